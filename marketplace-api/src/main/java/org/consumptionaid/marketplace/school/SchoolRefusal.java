package org.consumptionaid.marketplace.school;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a head-count is not taken or a need not worked out. */
public sealed interface SchoolRefusal extends Refusal {
    /** An age group stands twice. */
    record AgeGroupTwice() implements SchoolRefusal {}

    record UnknownFoodGroup(String foodGroup) implements SchoolRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case AgeGroupTwice() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "age-group-twice")
                            .at("headCounts");
            case UnknownFoodGroup(String group) ->
                    Problem.of(HttpStatus.BAD_REQUEST, "unknown-food-group", group).at("foodGroup");
        };
    }
}
