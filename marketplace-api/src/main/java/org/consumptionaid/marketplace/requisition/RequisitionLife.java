package org.consumptionaid.marketplace.requisition;

import static org.consumptionaid.marketplace.requisition.RequisitionState.APPROVED;
import static org.consumptionaid.marketplace.requisition.RequisitionState.DRAFT;
import static org.consumptionaid.marketplace.requisition.RequisitionState.EXPIRED;
import static org.consumptionaid.marketplace.requisition.RequisitionState.ORDERED;
import static org.consumptionaid.marketplace.requisition.RequisitionState.REJECTED;
import static org.consumptionaid.marketplace.requisition.RequisitionState.SUBMITTED;
import static org.consumptionaid.marketplace.requisition.RequisitionState.WITHDRAWN;

import java.util.List;

/** The whole life of a requisition, as one table. */
final class RequisitionLife {
    /** One possible step. */
    record Step(RequisitionState from, RequisitionAction action, RequisitionState to) {}

    static final List<Step> TABLE =
            List.of(
                    new Step(DRAFT, RequisitionAction.SUBMIT, SUBMITTED),
                    new Step(DRAFT, RequisitionAction.WITHDRAW, WITHDRAWN),
                    new Step(SUBMITTED, RequisitionAction.AGREE, SUBMITTED),
                    new Step(SUBMITTED, RequisitionAction.REFUSE, SUBMITTED),
                    new Step(SUBMITTED, RequisitionAction.REASSIGN, SUBMITTED),
                    new Step(SUBMITTED, RequisitionAction.APPROVE, APPROVED),
                    new Step(SUBMITTED, RequisitionAction.REJECT, REJECTED),
                    new Step(SUBMITTED, RequisitionAction.EXPIRE, EXPIRED),
                    new Step(SUBMITTED, RequisitionAction.WITHDRAW, WITHDRAWN),
                    new Step(APPROVED, RequisitionAction.WITHDRAW, WITHDRAWN),
                    new Step(APPROVED, RequisitionAction.ORDER, ORDERED));

    private RequisitionLife() {}

    /**
     * Where an action leads.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link
     *     RequisitionRefusal.WrongRequisitionState}
     */
    static RequisitionState step(RequisitionState from, RequisitionAction action) {
        return TABLE.stream()
                .filter(step -> step.from() == from && step.action() == action)
                .findFirst()
                .orElseThrow(() -> new RequisitionRefusal.WrongRequisitionState(from).asException())
                .to();
    }

    static boolean knows(RequisitionState from, RequisitionAction action) {
        return TABLE.stream().anyMatch(step -> step.from() == from && step.action() == action);
    }
}
