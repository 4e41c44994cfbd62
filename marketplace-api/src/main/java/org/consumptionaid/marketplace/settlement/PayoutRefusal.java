package org.consumptionaid.marketplace.settlement;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why cooperatives are not paid out as asked. */
public sealed interface PayoutRefusal extends Refusal {
    /** No order is past its return window, or its cooperative has no account. */
    record NothingPayable() implements PayoutRefusal {}

    /** Another batch waits for its release. */
    record BatchUnderWay() implements PayoutRefusal {}

    /** The same person has released it already; another one must. */
    record SecondPersonNeeded() implements PayoutRefusal {}

    /** The hash is not that of the batch's file: it is not the batch that was looked at. */
    record OtherFile() implements PayoutRefusal {}

    /** An order of the batch is not owed as when it was gathered. */
    record OrderChanged(String number) implements PayoutRefusal {}

    /** The batch is released or cancelled. */
    record BatchDecided() implements PayoutRefusal {}

    /** Two people have not released it yet, so there is no file to take to the bank. */
    record NotReleasedYet() implements PayoutRefusal {}

    /** The pay-out never left, or has come back before. */
    record NotPaidOut() implements PayoutRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case NothingPayable() -> Problem.of(HttpStatus.CONFLICT, "nothing-payable");
            case BatchUnderWay() -> Problem.of(HttpStatus.CONFLICT, "batch-under-way");
            case SecondPersonNeeded() -> Problem.of(HttpStatus.CONFLICT, "second-person-needed");
            case OtherFile() -> Problem.of(HttpStatus.CONFLICT, "other-file").at("sha256");
            case OrderChanged(String number) ->
                    Problem.of(HttpStatus.CONFLICT, "batch-order-changed", number);
            case BatchDecided() -> Problem.of(HttpStatus.CONFLICT, "batch-decided");
            case NotReleasedYet() -> Problem.of(HttpStatus.CONFLICT, "not-released-yet");
            case NotPaidOut() -> Problem.of(HttpStatus.CONFLICT, "not-paid-out");
        };
    }
}
