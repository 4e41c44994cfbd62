package org.consumptionaid.marketplace.farming;

import java.time.LocalDate;
import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a production record is not taken. */
public sealed interface FarmingRefusal extends Refusal {
    /** A treatment needs its means and its withholding interval. */
    record TreatmentIncomplete() implements FarmingRefusal {}

    record NotDoneYet() implements FarmingRefusal {}

    /** The plot is harvested before a treatment's withholding interval has passed. */
    record HarvestTooEarly(LocalDate treatedOn, LocalDate harvestedOn, LocalDate harvestFrom)
            implements FarmingRefusal {}

    /** The record to correct is not there, or was corrected already. */
    record NotCorrectable() implements FarmingRefusal {}

    record TooManyRecords(int most) implements FarmingRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case TreatmentIncomplete() ->
                    unprocessable("farm-treatment-incomplete").at("intervalDays");
            case NotDoneYet() -> unprocessable("farm-not-done-yet").at("doneOn");
            case HarvestTooEarly(LocalDate treated, LocalDate harvested, LocalDate from) ->
                    unprocessable(
                                    "harvest-too-early",
                                    treated.toString(),
                                    harvested.toString(),
                                    from.toString())
                            .at("doneOn");
            case NotCorrectable() -> Problem.of(HttpStatus.CONFLICT, "farm-record-not-correctable");
            case TooManyRecords(int most) ->
                    Problem.of(HttpStatus.CONFLICT, "too-many-farm-records", most);
        };
    }

    private static Problem unprocessable(String code, Object... arguments) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, arguments);
    }
}
