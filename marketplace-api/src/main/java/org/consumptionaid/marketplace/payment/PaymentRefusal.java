package org.consumptionaid.marketplace.payment;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a payment is not taken. */
public sealed interface PaymentRefusal extends Refusal {
    /** A card payment for this order has no outcome yet. */
    record PaymentUnderWay() implements PaymentRefusal {}

    /** The card payments of the order have not so much left to send back. */
    record NotPaidByCard(long mostFen) implements PaymentRefusal {}

    record NothingDue() implements PaymentRefusal {}

    /** A remittance with this bank reference is already in the books. */
    record BankReferenceUsed() implements PaymentRefusal {}

    /** The webhook's signature is wrong or too old. */
    record BadSignature() implements PaymentRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case PaymentUnderWay() -> Problem.of(HttpStatus.CONFLICT, "payment-under-way");
            case NotPaidByCard(long most) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-paid-by-card")
                            .at("amountFen")
                            .with("mostFen", most);
            case NothingDue() -> Problem.of(HttpStatus.CONFLICT, "nothing-due");
            case BankReferenceUsed() ->
                    Problem.of(HttpStatus.CONFLICT, "bank-reference-used").at("bankReference");
            case BadSignature() -> Problem.of(HttpStatus.BAD_REQUEST, "bad-signature");
        };
    }
}
