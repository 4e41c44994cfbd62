package org.consumptionaid.marketplace.complaint;

import static org.consumptionaid.marketplace.complaint.ComplaintAction.AGREE;
import static org.consumptionaid.marketplace.complaint.ComplaintAction.DISMISS;
import static org.consumptionaid.marketplace.complaint.ComplaintAction.DISPUTE;
import static org.consumptionaid.marketplace.complaint.ComplaintAction.ESCALATE;
import static org.consumptionaid.marketplace.complaint.ComplaintAction.LAPSE;
import static org.consumptionaid.marketplace.complaint.ComplaintAction.RECEIVE;
import static org.consumptionaid.marketplace.complaint.ComplaintAction.REFUSE;
import static org.consumptionaid.marketplace.complaint.ComplaintAction.UPHOLD;
import static org.consumptionaid.marketplace.complaint.ComplaintAction.WITHDRAW;
import static org.consumptionaid.marketplace.complaint.ComplaintKind.ALLOWANCE;
import static org.consumptionaid.marketplace.complaint.ComplaintKind.RETURN;
import static org.consumptionaid.marketplace.complaint.ComplaintState.AGREED;
import static org.consumptionaid.marketplace.complaint.ComplaintState.ASKED;
import static org.consumptionaid.marketplace.complaint.ComplaintState.CREDITED;
import static org.consumptionaid.marketplace.complaint.ComplaintState.DISMISSED;
import static org.consumptionaid.marketplace.complaint.ComplaintState.DISPUTED;
import static org.consumptionaid.marketplace.complaint.ComplaintState.LAPSED;
import static org.consumptionaid.marketplace.complaint.ComplaintState.REFUSED;
import static org.consumptionaid.marketplace.complaint.ComplaintState.WITHDRAWN;
import static org.consumptionaid.marketplace.complaint.Party.BUYER;
import static org.consumptionaid.marketplace.complaint.Party.OPERATOR;
import static org.consumptionaid.marketplace.complaint.Party.PLATFORM;
import static org.consumptionaid.marketplace.complaint.Party.SUPPLIER;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole life of a complaint, as one table. The cooperative answers in time or the operator
 * decides; the buyer takes a refusal to the operator in time or it stands. Money off is credited at
 * once, goods when they are back. As long as nothing is decided the buyer may withdraw.
 */
final class ComplaintLife {
    /**
     * One possible step.
     *
     * @param kind of the complaint; none: either
     */
    record Step(
            ComplaintState from,
            ComplaintAction action,
            @Nullable ComplaintKind kind,
            ComplaintState to,
            Party by) {}

    static final List<Step> TABLE =
            List.of(
                    new Step(ASKED, AGREE, RETURN, AGREED, SUPPLIER),
                    new Step(ASKED, AGREE, ALLOWANCE, CREDITED, SUPPLIER),
                    new Step(ASKED, REFUSE, null, REFUSED, SUPPLIER),
                    new Step(ASKED, WITHDRAW, null, WITHDRAWN, BUYER),
                    new Step(ASKED, ESCALATE, null, DISPUTED, PLATFORM),
                    new Step(REFUSED, DISPUTE, null, DISPUTED, BUYER),
                    new Step(REFUSED, WITHDRAW, null, WITHDRAWN, BUYER),
                    new Step(REFUSED, LAPSE, null, LAPSED, PLATFORM),
                    new Step(DISPUTED, AGREE, RETURN, AGREED, SUPPLIER),
                    new Step(DISPUTED, AGREE, ALLOWANCE, CREDITED, SUPPLIER),
                    new Step(DISPUTED, UPHOLD, RETURN, AGREED, OPERATOR),
                    new Step(DISPUTED, UPHOLD, ALLOWANCE, CREDITED, OPERATOR),
                    new Step(DISPUTED, DISMISS, null, DISMISSED, OPERATOR),
                    new Step(DISPUTED, WITHDRAW, null, WITHDRAWN, BUYER),
                    new Step(AGREED, RECEIVE, RETURN, CREDITED, SUPPLIER),
                    new Step(AGREED, RECEIVE, RETURN, CREDITED, OPERATOR),
                    new Step(AGREED, DISMISS, RETURN, DISMISSED, OPERATOR),
                    new Step(AGREED, WITHDRAW, RETURN, WITHDRAWN, BUYER));

    private ComplaintLife() {}

    static Optional<Step> step(
            ComplaintState from, ComplaintAction action, ComplaintKind kind, Party by) {
        return TABLE.stream()
                .filter(step -> step.from() == from && step.action() == action && step.by() == by)
                .filter(step -> step.kind() == null || step.kind() == kind)
                .findFirst();
    }

    /** What somebody may do now. */
    static List<ComplaintAction> offered(ComplaintState from, ComplaintKind kind, Party by) {
        return TABLE.stream()
                .filter(step -> step.from() == from && step.by() == by)
                .filter(step -> step.kind() == null || step.kind() == kind)
                .map(Step::action)
                .toList();
    }
}
