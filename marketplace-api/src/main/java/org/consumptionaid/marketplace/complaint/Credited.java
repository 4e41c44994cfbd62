package org.consumptionaid.marketplace.complaint;

/** A complaint and what came of it. */
record Credited(ComplaintHead complaint, CreditNote note) {}
