package org.consumptionaid.marketplace.complaint;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.consumptionaid.marketplace.attachment.Attachments;
import org.consumptionaid.marketplace.complaint.ComplaintRefusal.ComplaintOpen;
import org.consumptionaid.marketplace.complaint.ComplaintRefusal.ReasonOfDecisionMissing;
import org.consumptionaid.marketplace.complaint.ComplaintRefusal.WrongComplaintState;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.Corrections;
import org.consumptionaid.marketplace.ordering.CreditedLine;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Complaints about accepted goods: asking, answering, deciding, and taking goods back. */
@Service
public class Complaints {
    private static final char LETTER = 'T';
    private static final Set<ComplaintAction> EXPLAINED =
            EnumSet.of(
                    ComplaintAction.REFUSE,
                    ComplaintAction.DISPUTE,
                    ComplaintAction.UPHOLD,
                    ComplaintAction.DISMISS);

    private final ComplaintStore store;
    private final ComplaintSteps steps;
    private final Corrections corrections;
    private final Ordering ordering;
    private final Attachments attachments;
    private final Idempotency idempotency;
    private final Clock clock;

    Complaints(
            ComplaintStore store,
            ComplaintSteps steps,
            Corrections corrections,
            Ordering ordering,
            Attachments attachments,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.corrections = corrections;
        this.ordering = ordering;
        this.attachments = attachments;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * The buyer complains about an order of its own. Refusals: those of {@link
     * Corrections#complain}, of {@link ComplaintRules#ask} and of {@link Attachments#requireOwn},
     * {@link ComplaintOpen}.
     */
    Mono<ComplaintView> ask(Caller caller, IdempotencyKey key, UUID orderId, ComplaintForm form) {
        record Input(String operation, UUID orderId, ComplaintForm form) {}
        Supplier<Mono<UUID>> work =
                () ->
                        attachments
                                .requireOwn(caller.organisationId(), form.attachmentsOrNone())
                                .then(store.next("complaint_number"))
                                .map(counter -> CheckedNumber.of(LETTER, counter))
                                .flatMap(number -> ask(caller, orderId, form, number))
                                .onErrorMap(
                                        DuplicateKeyException.class,
                                        _ -> new ComplaintOpen().asException());
        return once(caller, key, new Input("complain", orderId, form), work);
    }

    /** A complaint about an order of the caller's. Refusals: {@link NotFound}. */
    public Mono<ComplaintView> complaint(Caller caller, UUID id) {
        return store.find(caller, id)
                .switchIfEmpty(new NotFound().asError())
                .flatMap(complaint -> view(caller, complaint));
    }

    /**
     * What came of a complaint about an order of the caller's. Refusals: {@link NotFound} where
     * nothing came of it, too.
     */
    Mono<Credited> credited(Caller caller, UUID id) {
        return store.find(caller, id)
                .zipWith(store.creditNote(id), Credited::new)
                .switchIfEmpty(new NotFound().asError());
    }

    /** Those about an order of the caller's, newest first. Refusals: {@link NotFound}. */
    public Mono<List<ComplaintHead>> ofOrder(Caller caller, UUID orderId) {
        return ordering.order(caller, orderId).flatMap(_ -> store.ofOrder(caller, orderId));
    }

    /** The caller's that are not decided, the most urgent first. */
    Mono<List<ComplaintHead>> open(Caller caller) {
        return store.open(caller);
    }

    /** All of the caller's, newest first. */
    Mono<Page<ComplaintHead>> all(Caller caller, UUID before) {
        return store.list(caller, before).map(rows -> Page.of(rows, ComplaintHead::id));
    }

    /**
     * Takes a complaint further. Refusals: {@link NotFound}, {@link WrongComplaintState}, {@link
     * ReasonOfDecisionMissing}.
     */
    Mono<ComplaintView> decide(
            Caller caller, IdempotencyKey key, UUID id, ComplaintAction action, String reason) {
        record Input(String operation, UUID id, ComplaintAction action, String reason) {}
        if (EXPLAINED.contains(action) && reason.isEmpty()) {
            return new ReasonOfDecisionMissing().asError();
        }
        ComplaintStep step = new ComplaintStep(action, caller, reason);
        Supplier<Mono<UUID>> work =
                () ->
                        lock(caller, id)
                                .flatMap(complaint ->
                                        store.lines(id)
                                                .map(ComplaintRules::allowed)
                                                .flatMap(off ->
                                                        steps.take(
                                                                complaint,
                                                                step,
                                                                known(complaint, step),
                                                                off)));
        return once(caller, key, new Input("decide", id, action, reason), work);
    }

    /**
     * The goods are back: what arrived is credited. Refusals: {@link NotFound}, {@link
     * WrongComplaintState}, those of {@link ComplaintRules#received}.
     */
    Mono<ComplaintView> receive(
            Caller caller, IdempotencyKey key, UUID id, List<ReceivedLine> arrived, String note) {
        record Input(String operation, UUID id, List<ReceivedLine> arrived, String note) {}
        ComplaintStep step = new ComplaintStep(ComplaintAction.RECEIVE, caller, note);
        Supplier<Mono<UUID>> work =
                () -> lock(caller, id).flatMap(complaint -> receive(complaint, step, arrived));
        return once(caller, key, new Input("receive", id, arrived, note), work);
    }

    private Mono<UUID> ask(Caller caller, UUID orderId, ComplaintForm form, String number) {
        return corrections
                .complain(caller, orderId, number)
                .map(order -> ComplaintRules.ask(form, order.lines()))
                .zipWith(steps.dueAt(ComplaintState.ASKED))
                .map(made ->
                        new NewComplaint(
                                Ids.next(clock),
                                number,
                                orderId,
                                caller,
                                form,
                                made.getT1(),
                                clock.instant(),
                                made.getT2()))
                .flatMap(made -> store.insert(made).thenReturn(made.id()));
    }

    private Mono<UUID> receive(
            ComplaintHead complaint, ComplaintStep step, List<ReceivedLine> arrived) {
        ComplaintLife.Step taken = known(complaint, step);
        return store.lines(complaint.id())
                .flatMap(lines -> {
                    List<CreditedLine> credited = ComplaintRules.received(lines, arrived);
                    return steps.take(complaint, step, taken, credited);
                });
    }

    private Mono<ComplaintHead> lock(Caller caller, UUID id) {
        return store.lock(caller, id).switchIfEmpty(new NotFound().asError());
    }

    /** Refuses what the table does not know: {@link WrongComplaintState}. */
    private static ComplaintLife.Step known(ComplaintHead complaint, ComplaintStep step) {
        return Optional.ofNullable(step.by())
                .map(complaint::partyOf)
                .flatMap(party ->
                        ComplaintLife.step(
                                complaint.state(), step.action(), complaint.kind(), party))
                .orElseThrow(() -> new WrongComplaintState(complaint.state()).asException());
    }

    private Mono<ComplaintView> view(Caller caller, ComplaintHead complaint) {
        Party party = complaint.partyOf(caller);
        List<ComplaintAction> actions =
                party == null
                        ? List.of()
                        : ComplaintLife.offered(complaint.state(), complaint.kind(), party);
        return Mono.zip(
                        store.lines(complaint.id()),
                        store.files(complaint.id())
                                .flatMap(files ->
                                        attachments.requireOwn(complaint.buyerId(), files)),
                        store.events(complaint.id()),
                        store.creditNote(complaint.id())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .map(all ->
                        new ComplaintView(
                                complaint,
                                all.getT1(),
                                all.getT2(),
                                all.getT3(),
                                actions,
                                all.getT4().orElse(null)));
    }

    private Mono<ComplaintView> once(
            Caller caller, IdempotencyKey key, Object input, Supplier<Mono<UUID>> work) {
        return idempotency
                .once(caller.personId(), key, input, UUID.class, work)
                .flatMap(id -> complaint(caller, id));
    }
}
