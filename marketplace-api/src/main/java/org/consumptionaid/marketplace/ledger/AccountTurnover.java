package org.consumptionaid.marketplace.ledger;

import java.util.UUID;

/** What entries of a kind, with their reversals, gave an account (+) or took from it (−). */
public record AccountTurnover(
        String account, UUID organisationId, String organisationName, long fen) {}
