package org.consumptionaid.console.market;

import java.time.Instant;

/** An imported bank statement and how far its lines are. */
public record BankStatement(
        String id,
        String bankName,
        String format,
        String fileName,
        Instant importedAt,
        int lines,
        int newLines,
        int unseen,
        int waiting,
        int posted,
        int setAside) {}
