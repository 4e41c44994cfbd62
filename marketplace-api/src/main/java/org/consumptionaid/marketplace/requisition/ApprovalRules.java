package org.consumptionaid.marketplace.requisition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.ApproverLeft;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.DecidedAlready;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.DelegationNotInForce;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.NotAnApprover;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.TooFewApprovers;
import org.jspecify.annotations.Nullable;

/** Decides about voices. Knows no database and no clock. */
final class ApprovalRules {
    private ApprovalRules() {}

    /** How the voices of a stage stand. */
    record Voices(int needed, int approvers, int agreed, int refused) {
        /** Agreed once enough agree, refused once too few are left to; else open. */
        @Nullable Decision outcome() {
            if (agreed >= needed) {
                return Decision.AGREED;
            }
            return approvers - refused < needed ? Decision.REFUSED : null;
        }
    }

    /**
     * The voices the caller gives, one in each stage: the own one before another's.
     *
     * @param candidates of the level whose turn it is
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link NotAnApprover}, {@link
     *     DelegationNotInForce}, {@link ApproverLeft}, {@link DecidedAlready}
     */
    static List<Candidate> voices(List<Candidate> candidates) {
        List<Candidate> known =
                candidates.stream().filter(one -> one.own() || one.delegatedEver()).toList();
        if (known.isEmpty()) {
            throw new NotAnApprover().asException();
        }
        Map<Integer, Candidate> byStage = new TreeMap<>();
        known.stream()
                .filter(ApprovalRules::open)
                .forEach(one ->
                        byStage.merge(one.stage(), one, (had, next) -> next.own() ? next : had));
        if (byStage.isEmpty()) {
            throw refusal(known).asException();
        }
        return List.copyOf(byStage.values());
    }

    static boolean open(Candidate one) {
        return mayGive(one) && !one.decided() && !one.spoken();
    }

    /** Refuses a rule that nobody can satisfy: {@link TooFewApprovers}. */
    static void check(int needed, int approvers) {
        if (approvers < needed) {
            throw new TooFewApprovers().asException();
        }
    }

    private static boolean mayGive(Candidate one) {
        return one.approverHolds() && (one.own() || (one.delegated() && one.callerHolds()));
    }

    private static RequisitionRefusal refusal(List<Candidate> known) {
        if (any(known, ApprovalRules::mayGive)) {
            return new DecidedAlready();
        }
        if (any(known, one -> !one.own() && !one.delegated())) {
            return new DelegationNotInForce();
        }
        return new ApproverLeft();
    }

    private static boolean any(List<Candidate> known, Predicate<Candidate> what) {
        return known.stream().anyMatch(what);
    }
}
