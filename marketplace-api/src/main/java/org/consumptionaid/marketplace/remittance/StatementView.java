package org.consumptionaid.marketplace.remittance;

import java.time.Instant;
import java.util.UUID;

/**
 * An imported bank statement and how far its lines are.
 *
 * @param lines incoming ones in the file
 * @param newLines those no other file had brought
 * @param unseen new ones not looked at yet
 */
public record StatementView(
        UUID id,
        String bankCode,
        String bankName,
        Format format,
        String fileName,
        Instant importedAt,
        int lines,
        int newLines,
        int unseen,
        int waiting,
        int posted,
        int setAside) {

    /** How a statement is written. */
    public enum Format {
        CSV,
        /** ISO 20022. */
        CAMT_053
    }
}
