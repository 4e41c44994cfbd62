package org.consumptionaid.marketplace.complaint;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a complaint cannot be made or taken further. */
public sealed interface ComplaintRefusal extends Refusal {
    /** The order has one that is not decided yet. */
    record ComplaintOpen() implements ComplaintRefusal {}

    /** A line is missing, twice, of no such order, or names no amount or more than was accepted. */
    record LinesOfComplaint(int line) implements ComplaintRefusal {}

    /** More arrived than was to go back. */
    record MoreThanAsked(int line, long mostGrams) implements ComplaintRefusal {}

    /** More packages than the weight that arrived. */
    record PackagesTooMany(int line, long mostPackages) implements ComplaintRefusal {}

    /** It is in no state from which the caller can do this. */
    record WrongComplaintState(ComplaintState state) implements ComplaintRefusal {}

    /** Refusing, disputing, upholding and dismissing are explained. */
    record ReasonOfDecisionMissing() implements ComplaintRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case ComplaintOpen() -> Problem.of(HttpStatus.CONFLICT, "complaint-open");
            case LinesOfComplaint(int line) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "lines-of-complaint", line)
                            .at("lines");
            case MoreThanAsked(int line, long most) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "more-than-asked", line)
                            .at("lines")
                            .with("mostGrams", most);
            case PackagesTooMany(int line, long most) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "packages-too-many", line, most)
                            .at("lines")
                            .with("mostPackages", most);
            case WrongComplaintState(ComplaintState state) ->
                    Problem.of(HttpStatus.CONFLICT, "wrong-complaint-state")
                            .with("state", state.name());
            case ReasonOfDecisionMissing() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "reason-of-decision-missing")
                            .at("reason");
        };
    }
}
