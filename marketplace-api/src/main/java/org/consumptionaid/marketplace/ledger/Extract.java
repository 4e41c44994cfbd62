package org.consumptionaid.marketplace.ledger;

/**
 * What was sealed about one subject: seals that need not follow one another, and of what lies under
 * them only what is about it.
 *
 * @param unsealed how many entries about it still wait for their seal
 */
public record Extract(Journal journal, long unsealed) {}
