package org.consumptionaid.marketplace.ledger;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why the ledger cannot do or show something. */
public sealed interface LedgerRefusal extends Refusal {
    /** The entry is so new that no seal covers it yet; the next one does. */
    record NotSealedYet() implements LedgerRefusal {}

    /** There are more entries in these days than one export holds. */
    record ExportTooLarge(long entries, long most) implements LedgerRefusal {}

    /** A mistake is corrected once. */
    record AlreadyReversed() implements LedgerRefusal {}

    /** There is no such hold, or it was posted, voided or has expired. */
    record HoldEnded() implements LedgerRefusal {}

    /** The account does not have the money, or has promised it. */
    record TooLittleLeft() implements LedgerRefusal {}

    record DaysReversed() implements LedgerRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case NotSealedYet() -> Problem.of(HttpStatus.CONFLICT, "not-sealed-yet");
            case ExportTooLarge(long entries, long most) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "export-too-large", entries, most)
                            .at("to");
            case AlreadyReversed() -> Problem.of(HttpStatus.CONFLICT, "already-reversed");
            case HoldEnded() -> Problem.of(HttpStatus.CONFLICT, "hold-ended");
            case TooLittleLeft() -> Problem.of(HttpStatus.CONFLICT, "too-little-left");
            case DaysReversed() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "days-reversed").at("to");
        };
    }
}
