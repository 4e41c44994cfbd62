package org.consumptionaid.marketplace.payment;

/** What became of a question to the card company. */
public sealed interface CardOutcome {
    /** It knows the payment; whether the money came, its event or the next question will say. */
    record Accepted(String intentId) implements CardOutcome {}

    /** The money came. */
    record Succeeded(String intentId) implements CardOutcome {}

    /** It said no, in words for the payer. */
    record Refused(String reason) implements CardOutcome {}

    /** No answer that can be relied on. */
    record Unknown(String reason) implements CardOutcome {}
}
