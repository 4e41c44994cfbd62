package org.consumptionaid.marketplace.remittance;

import java.time.Instant;
import java.util.UUID;

/** That somebody else pays for a unit, under this name and from this account. */
public record PayerDeclaration(
        UUID id,
        UUID buyerId,
        String buyerName,
        String payerName,
        String payerAccount,
        String reason,
        Instant declaredAt) {}
