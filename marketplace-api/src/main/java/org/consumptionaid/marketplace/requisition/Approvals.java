package org.consumptionaid.marketplace.requisition;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.ApprovalDeadlinePassed;
import org.consumptionaid.marketplace.requisition.RequisitionRefusal.ApproversMissing;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A requisition's way through its chain: level after level, the stages of one level side by side.
 * All methods join the caller's transaction, in which nobody else can move the requisition.
 */
@Component
class Approvals {
    private final ApprovalStore store;
    private final RequisitionStore requisitions;
    private final Clock clock;

    Approvals(ApprovalStore store, RequisitionStore requisitions, Clock clock) {
        this.store = store;
        this.requisitions = requisitions;
        this.clock = clock;
    }

    /** What the unit's rules ask for begins. Refusals: {@link ApproversMissing}. */
    Mono<Void> begin(RequisitionHead submitted, int year) {
        return store.makeStages(submitted, year)
                .then(Mono.defer(() -> store.levelWithoutApprovers(submitted.id())))
                .flatMap(level -> new ApproversMissing(level).<Void>asError())
                .then(Mono.defer(() -> next(submitted)));
    }

    /**
     * The caller's voice, wherever it counts at this level. Refusals: those of {@link
     * ApprovalRules#voices}, {@link ApprovalDeadlinePassed}.
     */
    Mono<Void> decide(
            RequisitionHead requisition, Caller caller, Decision decision, String comment) {
        Instant now = clock.instant();
        RequisitionAction action =
                decision == Decision.AGREED ? RequisitionAction.AGREE : RequisitionAction.REFUSE;
        RequisitionLife.step(requisition.state(), action);
        return store.candidates(requisition.id(), caller.personId(), BusinessDay.today(clock))
                .map(ApprovalRules::voices)
                .map(voices -> inTime(voices, now))
                .flatMap(voices ->
                        requisitions
                                .event(requisition.id(), action, caller.personId(), comment, now)
                                .thenMany(Flux.fromIterable(voices))
                                .concatMap(voice ->
                                        speak(requisition, voice, decision, caller, comment, now))
                                .any(Decision.REFUSED::equals))
                .flatMap(refused ->
                        refused
                                ? move(requisition, RequisitionAction.REJECT, "")
                                : goOn(requisition));
    }

    /** Whether there was a voice to hand on. */
    Mono<Boolean> reassign(RequisitionHead requisition, UUID from, UUID to) {
        return store.reassign(requisition.id(), from, to);
    }

    /** Whether the person may decide now. */
    Mono<Boolean> waitsFor(RequisitionHead requisition, Caller caller) {
        Instant now = clock.instant();
        return requisition.state() != RequisitionState.SUBMITTED
                        || requisition.personId().equals(caller.personId())
                ? Mono.just(false)
                : store.candidates(requisition.id(), caller.personId(), BusinessDay.today(clock))
                        .map(all ->
                                all.stream()
                                        .anyMatch(one ->
                                                (one.own() || one.delegated())
                                                        && ApprovalRules.open(one)
                                                        && one.dueAt().isAfter(now)));
    }

    /** What became of the stage; nothing while it is open. */
    private Mono<Decision> speak(
            RequisitionHead requisition,
            Candidate voice,
            Decision decision,
            Caller caller,
            String comment,
            Instant now) {
        UUID id = requisition.id();
        return store.speak(id, voice, decision, caller.personId(), comment, now)
                .then(Mono.defer(() -> store.voices(id, voice.stage())))
                .mapNotNull(ApprovalRules.Voices::outcome)
                .flatMap(outcome ->
                        outcome == Decision.AGREED
                                ? store.agreed(id, voice.stage(), now).thenReturn(outcome)
                                : Mono.just(outcome));
    }

    private Mono<Void> goOn(RequisitionHead requisition) {
        return store.levelOpen(requisition.id())
                .flatMap(open -> open ? Mono.empty() : next(requisition));
    }

    /** The next level's turn; without one it is approved. */
    private Mono<Void> next(RequisitionHead requisition) {
        return store.openNext(requisition.id(), clock.instant())
                .flatMap(another ->
                        another ? Mono.empty() : move(requisition, RequisitionAction.APPROVE, ""));
    }

    private Mono<Void> move(RequisitionHead requisition, RequisitionAction action, String note) {
        return requisitions
                .event(requisition.id(), action, null, note, clock.instant())
                .then(
                        requisitions.move(
                                requisition.id(),
                                RequisitionLife.step(RequisitionState.SUBMITTED, action)));
    }

    private static List<Candidate> inTime(List<Candidate> voices, Instant now) {
        List<Candidate> inTime = voices.stream().filter(one -> one.dueAt().isAfter(now)).toList();
        if (inTime.isEmpty()) {
            throw new ApprovalDeadlinePassed().asException();
        }
        return inTime;
    }

    /** Nobody decided in time. */
    Mono<Void> expire(UUID id) {
        return requisitions
                .event(id, RequisitionAction.EXPIRE, null, "", clock.instant())
                .then(requisitions.move(id, RequisitionState.EXPIRED));
    }
}
