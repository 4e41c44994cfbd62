package org.consumptionaid.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.Money;
import org.jspecify.annotations.Nullable;

/** A payment about to be written: a remittance as done, a card payment as pending. */
record NewPayment(
        UUID id,
        UUID orderId,
        PaymentMethod method,
        PaymentState state,
        long amountFen,
        @Nullable String payerName,
        @Nullable String bankReference,
        @Nullable String paymentMethod,
        @Nullable UUID bankLineId,
        Instant at) {

    static NewPayment byBank(
            UUID id,
            UUID orderId,
            PaymentMethod method,
            Money amount,
            String payerName,
            String bankReference,
            Instant now) {
        return new NewPayment(
                id,
                orderId,
                method,
                PaymentState.SUCCEEDED,
                amount.fen(),
                payerName,
                bankReference,
                null,
                null,
                now);
    }

    static NewPayment onAStatement(UUID id, Remitted remitted, Instant now) {
        return new NewPayment(
                id,
                remitted.orderId(),
                PaymentMethod.REMITTANCE,
                PaymentState.SUCCEEDED,
                remitted.amountFen(),
                remitted.payerName(),
                remitted.bankReference(),
                null,
                remitted.bankLineId(),
                now);
    }

    static NewPayment byCard(
            UUID id, UUID orderId, Money amount, String paymentMethod, Instant now) {
        return new NewPayment(
                id,
                orderId,
                PaymentMethod.CARD,
                PaymentState.PENDING,
                amount.fen(),
                null,
                null,
                paymentMethod,
                null,
                now);
    }

    /** What somebody typed in; the same again is the same payment. */
    record Input(
            PaymentMethod method,
            UUID orderId,
            long amountFen,
            @Nullable String payerName,
            @Nullable String bankReference) {}

    Input input() {
        return new Input(method, orderId, amountFen, payerName, bankReference);
    }
}
