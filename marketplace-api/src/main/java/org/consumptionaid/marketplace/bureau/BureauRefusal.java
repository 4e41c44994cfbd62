package org.consumptionaid.marketplace.bureau;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a canteen is not taken, or a plan neither made nor accepted. */
public sealed interface BureauRefusal extends Refusal {
    /** No school of this credit code. */
    record UnknownSchool() implements BureauRefusal {}

    /** A bureau plans the schools of its own county. */
    record OutsideTheCounty() implements BureauRefusal {}

    /** The school's meals are planned by another bureau. */
    record OfAnotherBureau() implements BureauRefusal {}

    /** A week is planned before it has begun. */
    record WeekBegun() implements BureauRefusal {}

    /** The bureau has no canteen yet. */
    record NoCanteens() implements BureauRefusal {}

    /** A plan of this week is being made. */
    record PlanRunning() implements BureauRefusal {}

    /** The week has its orders. */
    record WeekOrdered() implements BureauRefusal {}

    /** Only a plan that is ready is accepted or changed. */
    record PlanNotReady() implements BureauRefusal {}

    /** The product cannot serve this line: it is of another food group, or not on sale. */
    record UnfitProduct() implements BureauRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case UnknownSchool() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-school").at("creditCode");
            case OutsideTheCounty() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "school-outside-county")
                            .at("creditCode");
            case OfAnotherBureau() ->
                    Problem.of(HttpStatus.CONFLICT, "school-of-another-bureau").at("creditCode");
            case WeekBegun() -> Problem.of(HttpStatus.CONFLICT, "week-begun").at("week");
            case NoCanteens() -> Problem.of(HttpStatus.CONFLICT, "no-canteens");
            case PlanRunning() -> Problem.of(HttpStatus.CONFLICT, "plan-running");
            case WeekOrdered() -> Problem.of(HttpStatus.CONFLICT, "week-ordered");
            case PlanNotReady() -> Problem.of(HttpStatus.CONFLICT, "plan-not-ready");
            case UnfitProduct() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unfit-product").at("productId");
        };
    }
}
