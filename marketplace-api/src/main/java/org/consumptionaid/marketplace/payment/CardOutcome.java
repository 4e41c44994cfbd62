package org.consumptionaid.marketplace.payment;

import org.jspecify.annotations.Nullable;

/** What became of a question to the card company. */
public sealed interface CardOutcome {
    /**
     * It knows the payment; whether the money came, its event or the next question will say.
     *
     * @param action what the payer has to do for it; none for a card
     */
    record Accepted(String intentId, @Nullable PayerAction action) implements CardOutcome {}

    /** The money came. */
    record Succeeded(String intentId) implements CardOutcome {}

    /** It said no, in words for the payer. */
    record Refused(String reason) implements CardOutcome {}

    /** No answer that can be relied on. */
    record Unknown(String reason) implements CardOutcome {}
}
