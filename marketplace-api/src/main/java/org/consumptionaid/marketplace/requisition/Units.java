package org.consumptionaid.marketplace.requisition;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.consumptionaid.marketplace.catalog.CatalogRefusal;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.NewColleague;
import org.consumptionaid.marketplace.identity.UnitRole;
import org.consumptionaid.marketplace.identity.UnitRoleView;
import org.consumptionaid.marketplace.identity.UnitRoles;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.BudgetBelowUsed;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.BudgetCodeUsed;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.BudgetYearClosed;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.DelegationOfNoDay;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.NotApproversOfUnit;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.OwnVoice;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.consumptionaid.marketplace.shared.Transactions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What a unit lays down: roles, chains, delegations, budget lines. All methods refuse, beside what
 * they name, with {@link org.consumptionaid.marketplace.identity.UnitRoleRefusal.RoleMissing}.
 */
@Service
class Units {
    private static final List<UnitRole> KEEPING_BUDGETS =
            List.of(UnitRole.FINANCE, UnitRole.MANAGER);

    private final UnitStore store;
    private final BudgetStore budgets;
    private final UnitRoles roles;
    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Clock clock;

    Units(
            UnitStore store,
            BudgetStore budgets,
            UnitRoles roles,
            Idempotency idempotency,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.budgets = budgets;
        this.roles = roles;
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Input(String operation, UUID unit, Object what) {}

    /** For the unit's people and whoever holds any role in it. */
    Mono<UnitView> unit(Caller caller, UUID unit) {
        Mono<Void> may =
                unit.equals(caller.organisationId())
                        ? Mono.empty()
                        : roles.require(caller, unit, List.of(UnitRole.values()));
        return may.then(
                        Mono.defer(() ->
                                Mono.zip(
                                        roles.kept(unit),
                                        roles.all(unit),
                                        store.rules(unit),
                                        store.delegations(
                                                unit, caller.personId(), BusinessDay.today(clock)),
                                        budgets.all(unit, thisYear()))))
                .map(all ->
                        new UnitView(
                                unit,
                                thisYear(),
                                all.getT1(),
                                own(caller, all.getT2()),
                                all.getT2(),
                                all.getT3(),
                                all.getT4(),
                                all.getT5()));
    }

    /** Refusals: those of {@link UnitRoles#hire}. */
    Mono<UnitView> hire(Caller caller, IdempotencyKey key, UUID unit, NewColleague who) {
        return once(
                caller,
                key,
                new Input("hire", unit, List.of(who.username(), who.displayName())),
                () -> roles.hire(caller, unit, who));
    }

    /** Refusals: those of {@link UnitRoles#leave}. */
    Mono<UnitView> leave(Caller caller, IdempotencyKey key, UUID unit, String username) {
        return once(
                caller,
                key,
                new Input("leave", unit, username),
                () -> roles.leave(caller, unit, username));
    }

    /** Refusals: those of {@link UnitRoles#grant}. */
    Mono<UnitView> grant(
            Caller caller, IdempotencyKey key, UUID unit, String username, UnitRole role) {
        return once(
                caller,
                key,
                new Input("grant-role", unit, List.of(username, role)),
                () -> roles.grant(caller, unit, username, role));
    }

    /** Refusals: those of {@link UnitRoles#end}. */
    Mono<UnitView> end(
            Caller caller, IdempotencyKey key, UUID unit, String username, UnitRole role) {
        return once(
                caller,
                key,
                new Input("end-role", unit, List.of(username, role)),
                () -> roles.end(caller, unit, username, role));
    }

    /**
     * The manager adds a rule to the chain. Refusals: {@link CatalogRefusal.UnknownCategory},
     * {@link NotApproversOfUnit}, {@link RequisitionRefusal.TooFewApprovers}.
     */
    Mono<UnitView> addRule(Caller caller, IdempotencyKey key, UUID unit, RuleForm form) {
        return once(
                caller,
                key,
                new Input("add-rule", unit, form),
                () ->
                        manages(caller, unit)
                                .then(Mono.defer(() -> known(form)))
                                .then(Mono.defer(() -> store.approvers(unit, form.names())))
                                .flatMap(found -> insert(caller, unit, form, found)));
    }

    /** What was submitted goes on as it began. Refusals: {@link NotFound}. */
    Mono<UnitView> endRule(Caller caller, IdempotencyKey key, UUID unit, UUID id) {
        return once(
                caller,
                key,
                new Input("end-rule", unit, id),
                () ->
                        manages(caller, unit)
                                .then(Mono.defer(() -> store.endRule(id, unit, clock.instant())))
                                .flatMap(Units::found));
    }

    /**
     * An approver names who decides for them, or the manager does. Refusals: {@link
     * DelegationOfNoDay}, {@link NotApproversOfUnit}.
     */
    Mono<UnitView> delegate(Caller caller, IdempotencyKey key, UUID unit, DelegationForm form) {
        return once(
                caller,
                key,
                new Input("delegate", unit, form),
                () -> from(caller, unit, form).flatMap(from -> delegate(caller, unit, from, form)));
    }

    /** Refusals: {@link NotFound}. */
    Mono<UnitView> endDelegation(Caller caller, IdempotencyKey key, UUID unit, UUID id) {
        return once(
                caller,
                key,
                new Input("end-delegation", unit, id),
                () ->
                        roles.holds(caller.personId(), unit, UnitRole.MANAGER)
                                .flatMap(manager ->
                                        store.endDelegation(
                                                id,
                                                unit,
                                                caller.personId(),
                                                manager,
                                                clock.instant()))
                                .flatMap(Units::found));
    }

    /** Finance opens a line. Refusals: {@link BudgetYearClosed}, {@link BudgetCodeUsed}. */
    Mono<UnitView> addBudget(Caller caller, IdempotencyKey key, UUID unit, BudgetForm form) {
        int year = thisYear();
        if (form.fiscalYear() < year || form.fiscalYear() > year + 1) {
            return new BudgetYearClosed(year, year + 1).asError();
        }
        return once(
                caller,
                key,
                new Input("add-budget-line", unit, form),
                () ->
                        keepsBudgets(caller, unit)
                                .then(
                                        Mono.defer(() ->
                                                budgets.insert(
                                                        Ids.next(clock),
                                                        unit,
                                                        form,
                                                        caller.personId(),
                                                        clock.instant())))
                                .onErrorMap(
                                        DuplicateKeyException.class,
                                        _ -> new BudgetCodeUsed().asException()));
    }

    /** Finance gives a line another amount. Refusals: {@link NotFound}, {@link BudgetBelowUsed}. */
    Mono<UnitView> changeBudget(Caller caller, UUID unit, UUID id, long amountFen) {
        Mono<Void> change =
                keepsBudgets(caller, unit)
                        .then(Mono.defer(() -> budgets.lock(id, unit)))
                        .switchIfEmpty(new NotFound().asError())
                        .flatMap(_ -> budgets.change(id, amountFen).then(budgets.find(id)))
                        .flatMap(line ->
                                line.leftFen() < 0
                                        ? new BudgetBelowUsed(line.askedFen() + line.orderedFen())
                                                .asError()
                                        : Mono.empty());
        return transactions.run(change).then(Mono.defer(() -> unit(caller, unit)));
    }

    private Mono<Void> known(RuleForm form) {
        String category = form.category();
        return category == null
                ? Mono.empty()
                : store.knowsCategory(category)
                        .flatMap(knows ->
                                knows
                                        ? Mono.empty()
                                        : new CatalogRefusal.UnknownCategory(category).asError());
    }

    private Mono<Void> insert(Caller caller, UUID unit, RuleForm form, List<UUID> approvers) {
        if (approvers.size() < form.names().size()) {
            return new NotApproversOfUnit().asError();
        }
        ApprovalRules.check(form.needed(), approvers.size());
        return store.insertRule(
                Ids.next(clock), unit, form, approvers, caller.personId(), clock.instant());
    }

    /** Who is away: the caller, or for the manager anybody. */
    private Mono<UUID> from(Caller caller, UUID unit, DelegationForm form) {
        if (form.approver() == null || form.approver().isBlank()) {
            return roles.require(caller, unit, UnitRole.APPROVER).thenReturn(caller.personId());
        }
        return manages(caller, unit)
                .then(Mono.defer(() -> store.approvers(unit, List.of(form.approver()))))
                .flatMap(Units::only);
    }

    private Mono<Void> delegate(Caller caller, UUID unit, UUID from, DelegationForm form) {
        boolean noDay =
                form.to().isBefore(form.from()) || form.to().isBefore(BusinessDay.today(clock));
        return store.approvers(unit, List.of(form.delegate()))
                .flatMap(Units::only)
                .filter(to -> !to.equals(caller.personId()))
                .switchIfEmpty(new OwnVoice().asError())
                .flatMap(to ->
                        noDay || to.equals(from)
                                ? new DelegationOfNoDay().asError()
                                : store.insertDelegation(
                                        Ids.next(clock),
                                        unit,
                                        from,
                                        to,
                                        form,
                                        caller.personId(),
                                        clock.instant()));
    }

    private static Mono<UUID> only(List<UUID> found) {
        return found.size() == 1 ? Mono.just(found.getFirst()) : new NotApproversOfUnit().asError();
    }

    private static Mono<Void> found(boolean was) {
        return was ? Mono.empty() : new NotFound().asError();
    }

    /** A unit without a manager has nobody to lay anything down. */
    private Mono<Void> manages(Caller caller, UUID unit) {
        return roles.requireKept(caller, unit, List.of(UnitRole.MANAGER));
    }

    private Mono<Void> keepsBudgets(Caller caller, UUID unit) {
        return roles.requireKept(caller, unit, KEEPING_BUDGETS);
    }

    private Mono<UnitView> once(
            Caller caller, IdempotencyKey key, Input input, Supplier<Mono<Void>> work) {
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        input,
                        UUID.class,
                        () -> work.get().thenReturn(input.unit()))
                .flatMap(unit -> unit(caller, unit));
    }

    private static List<UnitRole> own(Caller caller, List<UnitRoleView> all) {
        return all.stream()
                .filter(one -> one.personId().equals(caller.personId()))
                .map(UnitRoleView::role)
                .toList();
    }

    private int thisYear() {
        return BusinessDay.today(clock).getYear();
    }
}
