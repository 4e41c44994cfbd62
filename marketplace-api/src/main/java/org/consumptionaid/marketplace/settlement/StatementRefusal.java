package org.consumptionaid.marketplace.settlement;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why there is no statement. */
public sealed interface StatementRefusal extends Refusal {
    /** More entries in the month than a statement holds. */
    record TooManyLines(int most) implements StatementRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case TooManyLines(int most) ->
                    Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "settlement-statement-too-long",
                            most);
        };
    }
}
