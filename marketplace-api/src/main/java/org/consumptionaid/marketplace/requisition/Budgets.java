package org.consumptionaid.marketplace.requisition;

import java.time.Clock;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.UnitRole;
import org.consumptionaid.marketplace.identity.UnitRoles;
import org.consumptionaid.marketplace.ordering.UnitControl;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.BudgetExceeded;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.BudgetLineMissing;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.NeedsApproval;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.UnknownBudgetLine;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a unit's money is promised to, whether it was approved or ordered without. */
@Component
class Budgets implements UnitControl {
    private final BudgetStore store;
    private final UnitStore units;
    private final UnitRoles roles;
    private final Clock clock;

    Budgets(BudgetStore store, UnitStore units, UnitRoles roles, Clock clock) {
        this.store = store;
        this.units = units;
        this.roles = roles;
        this.clock = clock;
    }

    /** Refuses, in a unit with a chain, every order: {@link NeedsApproval}; and who may not buy. */
    @Override
    public Mono<Void> admit(Caller caller) {
        UUID unit = caller.organisationId();
        return units.hasRules(unit)
                .flatMap(has ->
                        has
                                ? new NeedsApproval().asError()
                                : roles.require(caller, unit, UnitRole.BUYER));
    }

    /** Refusals: those of {@link #hold}. */
    @Override
    public Mono<Void> placed(Caller caller, UUID purchaseId, @Nullable UUID budgetLineId) {
        Mono<Void> marked =
                budgetLineId == null ? Mono.empty() : store.pays(budgetLineId, purchaseId);
        return hold(caller.organisationId(), thisYear(), budgetLineId, marked);
    }

    /** Refuses another unit's line, of which nothing may be seen: {@link UnknownBudgetLine}. */
    Mono<Void> known(UUID unit, @Nullable UUID line) {
        return line == null
                ? Mono.empty()
                : store.belongs(line, unit)
                        .flatMap(belongs ->
                                belongs ? Mono.empty() : new UnknownBudgetLine().asError());
    }

    /**
     * Does what promises money of the line while nobody else can; joins the caller's transaction.
     * Refusals: {@link BudgetLineMissing}, {@link UnknownBudgetLine}, {@link BudgetExceeded}.
     */
    Mono<Void> hold(UUID unit, int year, @Nullable UUID line, Mono<Void> promise) {
        if (line == null) {
            return store.keeps(unit, year)
                    .flatMap(keeps -> keeps ? new BudgetLineMissing().asError() : promise);
        }
        return store.lock(line, unit, year)
                .switchIfEmpty(new UnknownBudgetLine().asError())
                .flatMap(_ -> promise.then(store.find(line)))
                .flatMap(after ->
                        after.leftFen() < 0
                                ? new BudgetExceeded(-after.leftFen()).asError()
                                : Mono.empty());
    }

    int thisYear() {
        return BusinessDay.today(clock).getYear();
    }
}
