package org.consumptionaid.marketplace.ledger;

import java.util.UUID;

/** What an account has received and given in all. */
public record AccountTurnover(
        String account,
        UUID organisationId,
        String organisationName,
        long receivedFen,
        long givenFen) {}
