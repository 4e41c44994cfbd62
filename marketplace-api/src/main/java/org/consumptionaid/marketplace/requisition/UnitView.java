package org.consumptionaid.marketplace.requisition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.UnitRole;
import org.consumptionaid.marketplace.identity.UnitRoleView;
import org.jspecify.annotations.Nullable;

/**
 * A unit's roles, chain, delegations and budget lines.
 *
 * @param kept whether the unit has a manager, so that roles are asked for
 * @param own the caller's roles
 */
public record UnitView(
        UUID unitId,
        int fiscalYear,
        boolean kept,
        List<UnitRole> own,
        List<UnitRoleView> roles,
        List<Rule> rules,
        List<Delegation> delegations,
        List<BudgetLineView> budgetLines) {
    /** From what amount of the year who has to agree. */
    public record Rule(
            UUID id,
            @Nullable String category,
            long fromFen,
            int level,
            int needed,
            int hours,
            List<String> approvers) {}

    /** Who decides for whom, from a day to a day, both included. */
    public record Delegation(
            UUID id, String fromName, String toName, LocalDate from, LocalDate to, boolean own) {}
}
