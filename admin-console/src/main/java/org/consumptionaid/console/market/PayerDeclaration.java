package org.consumptionaid.console.market;

import java.time.Instant;

/** Somebody else who pays for a unit. */
public record PayerDeclaration(
        String id,
        String buyerName,
        String payerName,
        String payerAccount,
        String reason,
        Instant declaredAt) {}
