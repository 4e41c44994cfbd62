package org.consumptionaid.marketplace.requisition;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.consumptionaid.marketplace.catalog.Offer;
import org.consumptionaid.marketplace.catalog.Stock;
import org.consumptionaid.marketplace.catalog.Wanted;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.identity.UnitRole;
import org.consumptionaid.marketplace.identity.UnitRoles;
import org.consumptionaid.marketplace.ordering.Carts;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.ordering.OrderingRefusal;
import org.consumptionaid.marketplace.pricing.BuyerKind;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.AnothersRequisition;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.ApprovedCertificateChanged;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.ApprovedPriceChanged;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.CommentMissing;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.NotAnApprover;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.NotApproversOfUnit;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.OwnRequisition;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.OwnVoice;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.Refusal;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asking leave to buy, deciding, and ordering what was approved. All methods about one requisition
 * refuse with {@link NotFound} for one the caller may not see and with {@link
 * RequisitionRefusal.WrongRequisitionState} where its life has no such step.
 */
@Service
class Requisitions {
    /** Qinggou (请购). */
    private static final char LETTER = 'Q';

    private final RequisitionStore store;
    private final ApprovalStore approvalStore;
    private final UnitStore units;
    private final Approvals approvals;
    private final Budgets budgets;
    private final UnitRoles roles;
    private final Stock stock;
    private final Carts carts;
    private final Ordering ordering;
    private final Idempotency idempotency;
    private final Clock clock;

    Requisitions(
            RequisitionStore store,
            ApprovalStore approvalStore,
            UnitStore units,
            Approvals approvals,
            Budgets budgets,
            UnitRoles roles,
            Stock stock,
            Carts carts,
            Ordering ordering,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.approvalStore = approvalStore;
        this.units = units;
        this.approvals = approvals;
        this.budgets = budgets;
        this.roles = roles;
        this.stock = stock;
        this.carts = carts;
        this.ordering = ordering;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    private record Input(String operation, UUID id, Object what) {}

    /** Those of the units the caller belongs to or has a role in, newest first. */
    Mono<Page<RequisitionHead>> all(Caller caller, UUID before) {
        return store.list(caller, before).map(rows -> Page.of(rows, RequisitionHead::id));
    }

    /** What waits for the caller's decision, the most urgent first. */
    Mono<List<RequisitionHead>> waiting(Caller caller) {
        return approvalStore
                .waiting(caller.personId(), BusinessDay.today(clock), clock.instant())
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> store.find(caller, id))
                .collectList();
    }

    /** A requisition of a unit of the caller's. */
    Mono<RequisitionView> requisition(Caller caller, UUID id) {
        return store.find(caller, id)
                .switchIfEmpty(new NotFound().asError())
                .flatMap(found -> view(caller, found));
    }

    /**
     * Writes a draft at today's prices; what it asks for leaves the cart. Refusals: buying is not
     * the caller's, {@link OrderingRefusal.ProductTwice}, {@link
     * RequisitionRefusal.UnknownBudgetLine}, a product cannot be ordered now.
     */
    Mono<RequisitionView> make(Caller caller, IdempotencyKey key, RequisitionForm form) {
        if (form.namesAProductTwice()) {
            return new OrderingRefusal.ProductTwice().asError();
        }
        UUID unit = Objects.requireNonNullElse(form.unitId(), caller.organisationId());
        UUID id = Ids.next(clock);
        return once(
                caller,
                key,
                new Input("make-requisition", unit, form),
                () ->
                        roles.require(caller, unit, UnitRole.BUYER)
                                .then(Mono.defer(() -> write(id, inUnit(caller, unit), form))));
    }

    /**
     * Puts a draft to the unit's chain at today's prices. Refusals: {@link AnothersRequisition},
     * those of {@link Budgets#hold} and of {@link Approvals#begin}.
     */
    Mono<RequisitionView> submit(Caller caller, IdempotencyKey key, UUID id) {
        return once(
                caller,
                key,
                new Input("submit-requisition", id, ""),
                () -> lockOwn(caller, id).flatMap(draft -> submit(caller, draft)).thenReturn(id));
    }

    /**
     * An approver, or who stands in for one, decides. Refusals: {@link OwnRequisition}, {@link
     * CommentMissing}, those of {@link Approvals#decide}.
     */
    Mono<RequisitionView> decide(
            Caller caller, IdempotencyKey key, UUID id, Decision decision, String comment) {
        if (decision == Decision.REFUSED && comment.isEmpty()) {
            return new CommentMissing().asError();
        }
        return once(
                caller,
                key,
                new Input("decide-requisition", id, List.of(decision, comment)),
                () ->
                        lockAnothers(caller, id)
                                .flatMap(requisition ->
                                        approvals.decide(requisition, caller, decision, comment))
                                .thenReturn(id));
    }

    /**
     * The manager hands an approver's voice to another one. Refusals: {@link OwnRequisition},
     * {@link NotApproversOfUnit}, {@link NotAnApprover}, managing is not the caller's.
     */
    Mono<RequisitionView> reassign(
            Caller caller, IdempotencyKey key, UUID id, Reassignment change) {
        return once(
                caller,
                key,
                new Input("reassign-requisition", id, change),
                () ->
                        lockAnothers(caller, id)
                                .flatMap(requisition -> reassign(caller, requisition, change))
                                .thenReturn(id));
    }

    /** Who asked, or the manager, takes it back. Refusals: {@link AnothersRequisition}. */
    Mono<RequisitionView> withdraw(Caller caller, IdempotencyKey key, UUID id, String reason) {
        return once(
                caller,
                key,
                new Input("withdraw-requisition", id, reason),
                () ->
                        lock(caller, id)
                                .flatMap(requisition -> mine(caller, requisition))
                                .flatMap(requisition ->
                                        move(
                                                requisition,
                                                RequisitionAction.WITHDRAW,
                                                caller,
                                                reason))
                                .thenReturn(id));
    }

    /**
     * Who asked orders what was approved, all of it. Refusals: {@link AnothersRequisition}, {@link
     * ApprovedPriceChanged}, {@link ApprovedCertificateChanged}, those of {@link
     * Ordering#placeApproved}.
     */
    Mono<RequisitionView> order(Caller caller, IdempotencyKey key, UUID id) {
        return once(
                caller,
                key,
                new Input("order-requisition", id, ""),
                () ->
                        lockOwn(caller, id)
                                .flatMap(approved -> order(caller, approved))
                                .thenReturn(id));
    }

    private Mono<UUID> write(UUID id, Caller buyer, RequisitionForm form) {
        return budgets.known(buyer.organisationId(), form.budgetLineId())
                .then(Mono.defer(() -> priced(form.wanted())))
                .zipWith(store.nextNumber())
                .flatMap(found ->
                        store.insert(
                                id,
                                CheckedNumber.of(LETTER, found.getT2()),
                                buyer,
                                form,
                                found.getT1(),
                                budgets.thisYear(),
                                clock.instant()))
                .then(event(id, RequisitionAction.MAKE, buyer, ""))
                .then(carts.take(buyer, form.wanted()))
                .thenReturn(id);
    }

    private Mono<Void> submit(Caller caller, RequisitionHead draft) {
        RequisitionState to = RequisitionLife.step(draft.state(), RequisitionAction.SUBMIT);
        int year = budgets.thisYear();
        Mono<Void> promise =
                event(draft.id(), RequisitionAction.SUBMIT, caller, "")
                        .then(store.move(draft.id(), to));
        return roles.require(caller, draft.unitId(), UnitRole.BUYER)
                .then(Mono.defer(() -> approvalStore.lockUnit(draft.unitId())))
                .then(Mono.defer(() -> store.lines(draft.id())))
                .flatMap(lines -> priced(wanted(lines)))
                .flatMap(lines -> store.submit(draft.id(), lines, year, clock.instant()))
                .then(
                        Mono.defer(() ->
                                budgets.hold(draft.unitId(), year, draft.budgetLineId(), promise)))
                .then(Mono.defer(() -> approvals.begin(draft, year)));
    }

    private Mono<Void> reassign(Caller caller, RequisitionHead requisition, Reassignment change) {
        RequisitionLife.step(requisition.state(), RequisitionAction.REASSIGN);
        UUID unit = requisition.unitId();
        Mono<UUID> to =
                units.approvers(unit, List.of(change.to()))
                        .filter(found -> found.size() == 1)
                        .map(List::getFirst)
                        .filter(person -> !person.equals(requisition.personId()))
                        .switchIfEmpty(new NotApproversOfUnit().asError())
                        .filter(person -> !person.equals(caller.personId()))
                        .switchIfEmpty(new OwnVoice().asError());
        return roles.requireKept(caller, unit, List.of(UnitRole.MANAGER))
                .then(
                        units.person(change.from())
                                .switchIfEmpty(new NotAnApprover().asError())
                                .zipWith(to))
                .flatMap(both -> approvals.reassign(requisition, both.getT1(), both.getT2()))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(new NotAnApprover().asError())
                .flatMap(_ ->
                        move(requisition, RequisitionAction.REASSIGN, caller, change.reason()));
    }

    private Mono<Void> order(Caller caller, RequisitionHead approved) {
        RequisitionLife.step(approved.state(), RequisitionAction.ORDER);
        Caller buyer = inUnit(caller, approved.unitId());
        return roles.require(caller, approved.unitId(), UnitRole.BUYER)
                .then(Mono.defer(() -> store.lines(approved.id())))
                .flatMap(lines ->
                        ordering.placeApproved(buyer, approved.number(), approved.order(lines)))
                .flatMap(purchase ->
                        store.difference(approved.id(), purchase.purchaseId())
                                .flatMap(found -> refusal(found).<Void>asError())
                                .then(store.ordered(approved.id(), purchase.purchaseId())))
                .then(event(approved.id(), RequisitionAction.ORDER, caller, ""));
    }

    private static Refusal refusal(RequisitionStore.Difference found) {
        return found.certificate()
                ? new ApprovedCertificateChanged(found.name())
                : new ApprovedPriceChanged(found.name(), found.approvedFen(), found.nowFen());
    }

    /** The lines as they would be ordered now. Refuses what cannot be. */
    private Mono<List<RequisitionLine>> priced(List<Wanted> wanted) {
        return stock.offers(wanted.stream().map(Wanted::productId).toList(), BuyerKind.PROCUREMENT)
                .map(offers -> {
                    Map<UUID, Offer> byId = new HashMap<>();
                    offers.forEach(offer -> byId.put(offer.productId(), offer));
                    List<RequisitionLine> lines = new ArrayList<>();
                    for (Wanted one : wanted) {
                        lines.add(line(lines.size() + 1, byId, one));
                    }
                    return lines;
                });
    }

    private static RequisitionLine line(int number, Map<UUID, Offer> offers, Wanted wanted) {
        Offer offer = offers.get(wanted.productId());
        if (offer == null) {
            throw new NotFound().asException();
        }
        Refusal refusal = offer.refusal(wanted.quantity());
        if (refusal != null) {
            throw refusal.asException();
        }
        return RequisitionLine.of(number, offer, wanted.quantity());
    }

    private static List<Wanted> wanted(List<RequisitionLine> lines) {
        return lines.stream().map(line -> new Wanted(line.productId(), line.quantity())).toList();
    }

    private Mono<RequisitionHead> lock(Caller caller, UUID id) {
        return store.lock(caller, id).switchIfEmpty(new NotFound().asError());
    }

    private Mono<RequisitionHead> lockOwn(Caller caller, UUID id) {
        return lock(caller, id)
                .filter(found -> found.personId().equals(caller.personId()))
                .switchIfEmpty(new AnothersRequisition().asError());
    }

    private Mono<RequisitionHead> lockAnothers(Caller caller, UUID id) {
        return lock(caller, id)
                .filter(found -> !found.personId().equals(caller.personId()))
                .switchIfEmpty(new OwnRequisition().asError());
    }

    private Mono<RequisitionHead> mine(Caller caller, RequisitionHead found) {
        return found.personId().equals(caller.personId())
                ? Mono.just(found)
                : roles.holds(caller.personId(), found.unitId(), UnitRole.MANAGER)
                        .flatMap(manager ->
                                manager ? Mono.just(found) : new AnothersRequisition().asError());
    }

    private Mono<Void> move(
            RequisitionHead found, RequisitionAction action, Caller caller, String note) {
        RequisitionState to = RequisitionLife.step(found.state(), action);
        Mono<Void> moved = to == found.state() ? Mono.empty() : store.move(found.id(), to);
        return event(found.id(), action, caller, note).then(moved);
    }

    private Mono<Void> event(UUID id, RequisitionAction action, Caller caller, String note) {
        return store.event(id, action, caller.personId(), note, clock.instant());
    }

    /** Somebody of another unit who holds a role buys as the unit that gave it. */
    private static Caller inUnit(Caller caller, UUID unit) {
        return new Caller(caller.personId(), unit, Role.BUYER);
    }

    private Mono<RequisitionView> view(Caller caller, RequisitionHead found) {
        UUID id = found.id();
        return Mono.zip(
                        store.lines(id),
                        approvalStore.stages(id),
                        approvalStore.steps(id),
                        store.events(id),
                        store.orders(found.number()),
                        offered(caller, found))
                .map(all ->
                        new RequisitionView(
                                found,
                                all.getT1(),
                                all.getT2(),
                                all.getT3(),
                                all.getT4(),
                                all.getT5(),
                                all.getT6()));
    }

    private Mono<List<OfferedStep>> offered(Caller caller, RequisitionHead found) {
        boolean own = found.personId().equals(caller.personId());
        return Mono.zip(
                        approvals.waitsFor(found, caller),
                        roles.holds(caller.personId(), found.unitId(), UnitRole.MANAGER))
                .map(is -> {
                    List<OfferedStep> steps = new ArrayList<>();
                    add(steps, OfferedStep.SUBMIT, found, RequisitionAction.SUBMIT, own);
                    add(steps, OfferedStep.ORDER, found, RequisitionAction.ORDER, own);
                    add(steps, OfferedStep.DECIDE, found, RequisitionAction.AGREE, is.getT1());
                    add(
                            steps,
                            OfferedStep.REASSIGN,
                            found,
                            RequisitionAction.REASSIGN,
                            is.getT2() && !own);
                    add(
                            steps,
                            OfferedStep.WITHDRAW,
                            found,
                            RequisitionAction.WITHDRAW,
                            own || is.getT2());
                    return steps;
                });
    }

    private static void add(
            List<OfferedStep> steps,
            OfferedStep step,
            RequisitionHead found,
            RequisitionAction action,
            boolean may) {
        if (may && RequisitionLife.knows(found.state(), action)) {
            steps.add(step);
        }
    }

    private Mono<RequisitionView> once(
            Caller caller, IdempotencyKey key, Input input, Supplier<Mono<UUID>> work) {
        return idempotency
                .once(caller.personId(), key, input, UUID.class, work)
                .flatMap(id -> requisition(caller, id));
    }
}
