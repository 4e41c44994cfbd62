package org.consumptionaid.marketplace.requisition;

import java.math.BigDecimal;
import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a requisition goes no further, or a unit's chain or budget cannot be so. */
public sealed interface RequisitionRefusal extends Refusal {
    /** The unit has a chain: it orders what was approved. */
    record NeedsApproval() implements RequisitionRefusal {}

    /** The requisition is in no state from which this can be done. */
    record WrongRequisitionState(RequisitionState state) implements RequisitionRefusal {}

    /** Nobody approves what they asked for, nor names who does. */
    record OwnRequisition() implements RequisitionRefusal {}

    /** Only who asked for it orders it. */
    record AnothersRequisition() implements RequisitionRefusal {}

    /** It is not the caller's turn, or never will be. */
    record NotAnApprover() implements RequisitionRefusal {}

    /** The approver holds the role no longer: the manager names another one. */
    record ApproverLeft() implements RequisitionRefusal {}

    /** The caller stands in for the approver on other days. */
    record DelegationNotInForce() implements RequisitionRefusal {}

    /** This voice, or the whole level, has been given. */
    record DecidedAlready() implements RequisitionRefusal {}

    record ApprovalDeadlinePassed() implements RequisitionRefusal {}

    /** A refusal is explained. */
    record CommentMissing() implements RequisitionRefusal {}

    /** The chain has too few approvers for this requisition who have not left or asked for it. */
    record ApproversMissing(int level) implements RequisitionRefusal {}

    /** It costs more today than was approved. */
    record ApprovedPriceChanged(String product, long approvedFen, long nowFen)
            implements RequisitionRefusal {}

    /** It is sold under another certificate than when it was approved. */
    record ApprovedCertificateChanged(String product) implements RequisitionRefusal {}

    /** The unit keeps budget lines this year: one of them has to pay. */
    record BudgetLineMissing() implements RequisitionRefusal {}

    /** No line of this unit and year. */
    record UnknownBudgetLine() implements RequisitionRefusal {}

    /** Approved, asked for and ordered together would pass the line. */
    record BudgetExceeded(long overFen) implements RequisitionRefusal {}

    /** A line is not lowered below what is promised already. */
    record BudgetBelowUsed(long usedFen) implements RequisitionRefusal {}

    record BudgetCodeUsed() implements RequisitionRefusal {}

    /** Budgets are for this year and the next. */
    record BudgetYearClosed(int first, int last) implements RequisitionRefusal {}

    /** A chain and a delegation name people who hold the approver's role in the unit. */
    record NotApproversOfUnit() implements RequisitionRefusal {}

    /** A manager hands nobody else's voice to itself. */
    record OwnVoice() implements RequisitionRefusal {}

    /** More are to agree than are named. */
    record TooFewApprovers() implements RequisitionRefusal {}

    /** Ends before it begins, is over, or is to oneself. */
    record DelegationOfNoDay() implements RequisitionRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case NeedsApproval() -> Problem.of(HttpStatus.CONFLICT, "needs-approval");
            case WrongRequisitionState(RequisitionState state) ->
                    Problem.of(HttpStatus.CONFLICT, "wrong-requisition-state")
                            .with("state", state.name());
            case OwnRequisition() -> Problem.of(HttpStatus.CONFLICT, "own-requisition");
            case AnothersRequisition() -> Problem.of(HttpStatus.CONFLICT, "anothers-requisition");
            case NotAnApprover() -> Problem.of(HttpStatus.CONFLICT, "not-an-approver");
            case ApproverLeft() -> Problem.of(HttpStatus.CONFLICT, "approver-left");
            case DelegationNotInForce() ->
                    Problem.of(HttpStatus.CONFLICT, "delegation-not-in-force");
            case DecidedAlready() -> Problem.of(HttpStatus.CONFLICT, "decided-already");
            case ApprovalDeadlinePassed() ->
                    Problem.of(HttpStatus.CONFLICT, "approval-deadline-passed");
            case CommentMissing() -> invalid("comment-missing", "comment");
            case ApproversMissing(int level) ->
                    Problem.of(HttpStatus.CONFLICT, "approvers-missing", level);
            case ApprovedPriceChanged(String product, long approved, long now) ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "approved-price-changed",
                            product,
                            yuan(approved),
                            yuan(now));
            case ApprovedCertificateChanged(String product) ->
                    Problem.of(HttpStatus.CONFLICT, "approved-certificate-changed", product);
            case BudgetLineMissing() -> invalid("budget-line-missing", "budgetLineId");
            case UnknownBudgetLine() -> invalid("unknown-budget-line", "budgetLineId");
            case BudgetExceeded(long over) ->
                    Problem.of(HttpStatus.CONFLICT, "budget-exceeded", yuan(over))
                            .at("budgetLineId")
                            .with("overFen", over);
            case BudgetBelowUsed(long used) ->
                    Problem.of(HttpStatus.CONFLICT, "budget-below-used")
                            .at("amountFen")
                            .with("usedFen", used);
            case BudgetCodeUsed() -> Problem.of(HttpStatus.CONFLICT, "budget-code-used").at("code");
            case BudgetYearClosed(int first, int last) ->
                    Problem.of(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "budget-year-closed",
                                    Integer.toString(first),
                                    Integer.toString(last))
                            .at("fiscalYear");
            case NotApproversOfUnit() -> invalid("not-approvers-of-unit", "approvers");
            case OwnVoice() -> invalid("own-voice", "to");
            case TooFewApprovers() -> invalid("too-few-approvers", "needed");
            case DelegationOfNoDay() -> invalid("delegation-of-no-day", "to");
        };
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static Problem invalid(String code, String field) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code).at(field);
    }
}
