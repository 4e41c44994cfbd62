package org.consumptionaid.marketplace.procurement;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a filing or a correction is not taken. */
public sealed interface ReserveRefusal extends Refusal {
    /** Less than the rule in force wants. */
    record ShareTooLow(long leastBasisPoints) implements ReserveRefusal {}

    /** A shared or outsourced canteen without the other side's name. */
    record PartnerMissing() implements ReserveRefusal {}

    /** A food budget without a canteen of one's own. */
    record BudgetOfNoCanteen() implements ReserveRefusal {}

    /** A filing is not lowered below what is committed already. */
    record FiledBelowSpent(long spentFen) implements ReserveRefusal {}

    /** Filed are this year and the next. */
    record YearClosed(int first, int last) implements ReserveRefusal {}

    /** No budget unit of this name. */
    record UnknownUnit() implements ReserveRefusal {}

    /** The order counts for this unit already. */
    record SameUnit() implements ReserveRefusal {}

    /** The order counts for nothing: it is not signed, or off. */
    record CountsForNothing() implements ReserveRefusal {}

    /** The order has a correction that is not decided yet. */
    record CorrectionOpen() implements ReserveRefusal {}

    /** It is decided, or the caller has said yes before. */
    record CorrectionDecided() implements ReserveRefusal {}

    /** A refusal is explained. */
    record RefusalUnexplained() implements ReserveRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case ShareTooLow(long least) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "share-too-low", least / 100.0)
                            .at("shareBasisPoints")
                            .with("leastBasisPoints", least);
            case PartnerMissing() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "partner-missing").at("partner");
            case BudgetOfNoCanteen() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "budget-of-no-canteen")
                            .at("foodBudgetFen");
            case FiledBelowSpent(long spent) ->
                    Problem.of(HttpStatus.CONFLICT, "filed-below-spent")
                            .at("foodBudgetFen")
                            .with("spentFen", spent);
            case YearClosed(int first, int last) ->
                    Problem.of(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "fiscal-year-closed",
                                    Integer.toString(first),
                                    Integer.toString(last))
                            .at("fiscalYear");
            case UnknownUnit() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-unit").at("unitName");
            case SameUnit() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "same-unit").at("unitName");
            case CountsForNothing() -> Problem.of(HttpStatus.CONFLICT, "counts-for-nothing");
            case CorrectionOpen() -> Problem.of(HttpStatus.CONFLICT, "correction-open");
            case CorrectionDecided() -> Problem.of(HttpStatus.CONFLICT, "correction-decided");
            case RefusalUnexplained() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "refusal-unexplained")
                            .at("reason");
        };
    }
}
