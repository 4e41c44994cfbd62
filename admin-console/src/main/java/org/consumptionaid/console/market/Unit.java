package org.consumptionaid.console.market;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A budget unit's roles, chain, delegations and budget lines. */
public record Unit(
        String unitId,
        int fiscalYear,
        boolean kept,
        List<String> own,
        List<Held> roles,
        List<Rule> rules,
        List<Delegation> delegations,
        List<BudgetLine> budgetLines) {

    public record Held(
            String username,
            String displayName,
            String organisationName,
            String role,
            boolean left) {}

    public record Rule(
            String id,
            @Nullable String category,
            long fromFen,
            int level,
            int needed,
            int hours,
            List<String> approvers) {}

    public record Delegation(
            String id, String fromName, String toName, LocalDate from, LocalDate to, boolean own) {}

    public record BudgetLine(
            String id,
            int fiscalYear,
            String code,
            String name,
            long amountFen,
            long askedFen,
            long orderedFen) {

        public long leftFen() {
            return amountFen - askedFen - orderedFen;
        }
    }

    public boolean manages() {
        return own.contains("MANAGER");
    }

    public boolean keepsBudgets() {
        return manages() || own.contains("FINANCE");
    }

    public boolean approves() {
        return own.contains("APPROVER");
    }

    public List<Held> approvers() {
        return roles.stream().filter(one -> one.role().equals("APPROVER") && !one.left()).toList();
    }

    /** Those that can still be spent. */
    public List<BudgetLine> linesOfThisYear() {
        return budgetLines.stream().filter(line -> line.fiscalYear() == fiscalYear).toList();
    }
}
