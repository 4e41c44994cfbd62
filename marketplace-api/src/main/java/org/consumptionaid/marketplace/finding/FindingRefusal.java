package org.consumptionaid.marketplace.finding;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a finding cannot be decided. */
public sealed interface FindingRefusal extends Refusal {
    record FindingDecided() implements FindingRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case FindingDecided() -> Problem.of(HttpStatus.CONFLICT, "finding-decided");
        };
    }
}
