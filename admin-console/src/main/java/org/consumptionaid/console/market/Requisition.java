package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a unit asks leave to buy. */
public record Requisition(
        Head requisition,
        List<Line> lines,
        List<Stage> stages,
        List<Step> steps,
        List<Event> events,
        List<Ordered> orders,
        List<String> actions) {

    public record Head(
            String id,
            String number,
            String unitName,
            String personName,
            int fiscalYear,
            String purpose,
            @Nullable String budgetLineId,
            @Nullable String budgetLine,
            String state,
            long totalFen,
            String terms,
            String deliverTo,
            @Nullable LocalDate deliverOn,
            String note,
            int level,
            @Nullable Instant dueAt,
            Instant madeAt,
            int lineCount,
            String firstProduct) {}

    public record Line(
            int line,
            String productId,
            String name,
            String supplierName,
            String unit,
            long unitGrams,
            long quantity,
            long priceFen,
            long totalFen,
            String certificateNumber) {}

    /** What one rule of the chain asks; {@code dueAt} is null until it is its turn. */
    public record Stage(
            int stage,
            int level,
            int needed,
            @Nullable Instant dueAt,
            @Nullable Instant agreedAt) {}

    /** One approver's voice. */
    public record Step(
            int stage,
            String approver,
            String approverName,
            boolean left,
            @Nullable String decision,
            @Nullable String decidedBy,
            boolean onBehalf,
            @Nullable Instant decidedAt,
            String comment) {}

    public record Event(Instant at, String action, @Nullable String personName, String note) {}

    public record Ordered(String id, String number, String supplierName, long totalFen) {}

    public boolean offers(String action) {
        return actions.contains(action);
    }

    public List<Step> stepsOf(Stage of) {
        return steps.stream().filter(step -> step.stage() == of.stage()).toList();
    }

    /** Who has not decided yet: each username once. */
    public List<Step> undecided() {
        Map<String, Step> first = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> step.decision() == null)
                .forEach(step -> first.putIfAbsent(step.approver(), step));
        return List.copyOf(first.values());
    }
}
