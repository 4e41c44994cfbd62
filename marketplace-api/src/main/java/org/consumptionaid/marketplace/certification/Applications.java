package org.consumptionaid.marketplace.certification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.attachment.AttachmentView;
import org.consumptionaid.marketplace.attachment.Attachments;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Applying for certificates and deciding about them. A step writes the state, its event and, if
 * other produce may be sold after it, tells those who list produce, in one transaction. All refuse
 * with {@link NotFound} what is not the caller's, and with {@link CertificationRefusal.WrongPhase}
 * where the certificate's life has no such step of the caller's.
 */
@Service
class Applications {
    private final CertificateStore store;
    private final CertificateChangesStore changes;
    private final CertifiedProduce produce;
    private final Attachments attachments;
    private final Rules rules;
    private final Idempotency idempotency;
    private final Clock clock;

    Applications(
            CertificateStore store,
            CertificateChangesStore changes,
            CertifiedProduce produce,
            Attachments attachments,
            Rules rules,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.produce = produce;
        this.attachments = attachments;
        this.rules = rules;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Refusals: {@link NotFound}. */
    Mono<CertificateFile> file(Caller caller, UUID id) {
        return store.find(caller, id)
                .switchIfEmpty(new NotFound().asError())
                .flatMap(head -> file(caller, head));
    }

    private Mono<CertificateFile> file(Caller caller, CertificateHead head) {
        return store.seasons(head.id())
                .flatMap(seasons ->
                        store.events(head.id())
                                .flatMap(events ->
                                        evidence(head)
                                                .map(evidence ->
                                                        head.file(
                                                                caller,
                                                                seasons,
                                                                evidence,
                                                                events,
                                                                clock.instant()))));
    }

    private Mono<List<AttachmentView>> evidence(CertificateHead head) {
        return attachments.requireOwn(
                head.organisationId(), new LinkedHashSet<>(head.attachmentIds()));
    }

    /** All that the caller may see, newest first. */
    Mono<Page<CertificateSummary>> files(Caller caller, UUID before) {
        return store.list(caller, before)
                .map(heads ->
                        Page.of(
                                heads.stream().map(head -> head.summary(clock.instant())).toList(),
                                CertificateSummary::id));
    }

    /**
     * What waits for the caller, the most urgent first, at most {@value
     * CertificateStore#MOST_WAITING}; for a cooperative then the certificates that end soon and
     * that no renewal follows, as many again.
     */
    Mono<List<CertificateSummary>> waiting(Caller caller) {
        Instant now = clock.instant();
        return store.waiting(caller, turnOf(caller))
                .flatMapIterable(heads -> heads)
                .concatWith(ending(caller, now).flatMapIterable(heads -> heads))
                .map(head -> head.summary(now))
                .collectList();
    }

    private Mono<List<CertificateHead>> ending(Caller caller, Instant now) {
        return caller.role() != Role.COOPERATIVE
                ? Mono.empty()
                : rules.inForce("certification.renewal.days", now)
                        .flatMap(days ->
                                store.ending(
                                        caller.organisationId(),
                                        now,
                                        now.plus(Duration.ofDays(days))));
    }

    private static CertificatePhase turnOf(Caller caller) {
        return switch (caller.role()) {
            case COUNTY_REVIEWER -> CertificatePhase.COUNTY_REVIEW;
            case PROVINCE_REVIEWER -> CertificatePhase.PROVINCE_REVIEW;
            case BUYER, CANTEEN, COOPERATIVE, EDUCATION_BUREAU, OPERATOR, AUDITOR ->
                    CertificatePhase.RETURNED;
        };
    }

    /**
     * Applies for a certificate or its renewal. Refusals: {@link
     * CertificationRefusal.CategoryMissing}, {@link CertificationRefusal.UnknownCategory}, {@link
     * CertificationRefusal.SeasonsMissing}, {@link CertificationRefusal.SeasonsOverlap}, {@link
     * CertificationRefusal.ApplicationOpen}, {@link CertificationRefusal.CountyNotListed}, an
     * attachment that is not the cooperative's.
     */
    Mono<CertificateFile> apply(Caller caller, IdempotencyKey key, CertificateForm form) {
        record Input(String operation, CertificateForm form) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("apply", form),
                        UUID.class,
                        () -> insert(caller, form.tidied()))
                .flatMap(id -> file(caller, id));
    }

    /**
     * Hands in a returned application again; its kind and category stay. Refusals: those of {@link
     * #apply} about the seasons and the attachments.
     */
    Mono<CertificateFile> resubmit(
            Caller caller, IdempotencyKey key, UUID id, CertificateForm form) {
        record Input(String operation, UUID id, CertificateForm form) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("resubmit", id, form),
                        UUID.class,
                        () -> correct(caller, id, form))
                .flatMap(done -> file(caller, done));
    }

    /** What an office decides. Refusals: {@link CertificationRefusal.ReasonMissing}. */
    Mono<CertificateFile> decide(
            Caller caller, IdempotencyKey key, UUID id, CertificateAction action, String reason) {
        record Input(CertificateAction action, UUID id, String reason) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input(action, id, reason),
                        UUID.class,
                        () -> move(caller, id, action, reason))
                .flatMap(done -> file(caller, done));
    }

    private Mono<UUID> insert(Caller caller, CertificateForm form) {
        CertificateRules.check(form);
        CertificateEdge edge = step(CertificatePhase.NONE, CertificateAction.APPLY, caller, "");
        UUID id = Ids.next(clock);
        return requireFits(id, caller.organisationId(), form)
                .then(dueOn("certification.county-review.days"))
                .flatMap(due ->
                        changes.nextNumber()
                                .map(number -> CheckedNumber.of(Certification.LETTER, number))
                                .flatMap(number ->
                                        changes.insert(
                                                id,
                                                number,
                                                caller,
                                                form,
                                                due,
                                                edge,
                                                clock.instant())))
                .onErrorMap(DataIntegrityViolationException.class, error -> refusal(error, form))
                .filter(rows -> rows == 1)
                .switchIfEmpty(new CertificationRefusal.CountyNotListed().asError())
                .thenReturn(id);
    }

    private Mono<UUID> correct(Caller caller, UUID id, CertificateForm input) {
        return lock(caller, id)
                .flatMap(head -> {
                    CertificateForm form = input.about(head).tidied();
                    CertificateRules.check(form);
                    CertificateEdge edge =
                            step(head.state(), CertificateAction.RESUBMIT, caller, "");
                    return requireFits(id, head.organisationId(), form)
                            .then(dueOn("certification.county-review.days"))
                            .flatMap(due ->
                                    changes.correct(id, caller, form, due, edge, clock.instant()));
                })
                .thenReturn(id);
    }

    private Mono<UUID> move(Caller caller, UUID id, CertificateAction action, String reason) {
        Instant now = clock.instant();
        return lock(caller, id)
                .flatMap(head -> {
                    CertificateEdge edge = step(head.facts().phase(now), action, caller, reason);
                    return after(head, edge, now)
                            .flatMap(turn -> changes.move(id, caller, turn, edge, reason, now))
                            .then(tell(head, edge));
                })
                .thenReturn(id);
    }

    private static CertificateEdge step(
            CertificatePhase from, CertificateAction action, Caller caller, String reason) {
        return CertificateRules.step(from, action, CertificateSide.of(caller.role()), reason);
    }

    private Mono<CertificateHead> lock(Caller caller, UUID id) {
        return store.lock(caller, id).switchIfEmpty(new NotFound().asError());
    }

    /** What the certificate is after the step, and whose turn it is until when. */
    private Mono<CertificateTurn> after(CertificateHead head, CertificateEdge edge, Instant now) {
        CertificateFacts moved = head.facts().moved(edge.to());
        return switch (edge.to()) {
            case PROVINCE_REVIEW ->
                    dueOn("certification.province-review.days")
                            .map(due -> new CertificateTurn(moved, due));
            case RETURNED ->
                    dueOn("certification.correction.days")
                            .map(due -> new CertificateTurn(moved, due));
            case PUBLIC_NOTICE ->
                    term(head, now)
                            .map(term -> new CertificateTurn(head.facts().approved(term), null));
            case NONE, COUNTY_REVIEW, REFUSED, APPROVED, IN_FORCE, EXPIRED, SUSPENDED, REVOKED ->
                    Mono.just(new CertificateTurn(moved, null));
        };
    }

    private Mono<CertificateTerm> term(CertificateHead head, Instant now) {
        return rules.inForce("certification.notice.days", now)
                .flatMap(notice ->
                        rules.inForce("certification.validity.days", now)
                                .map(validity ->
                                        CertificateTerm.of(
                                                now, head.olderUntil(), notice, validity)));
    }

    private Mono<Void> tell(CertificateHead head, CertificateEdge edge) {
        return edge.changesWhatIsSold()
                ? produce.changed(head.organisationId(), head.category())
                : Mono.empty();
    }

    private Mono<Void> requireFits(UUID id, UUID organisationId, CertificateForm form) {
        return attachments
                .requireOwn(organisationId, new HashSet<>(form.attachmentsOrNone()))
                .then(requireSeasonsFit(id, organisationId, form));
    }

    private Mono<Void> requireSeasonsFit(UUID id, UUID organisationId, CertificateForm form) {
        return changes.seasonsClash(id, organisationId, form)
                .flatMap(clash ->
                        clash ? new CertificationRefusal.SeasonsOverlap().asError() : Mono.empty());
    }

    private Mono<LocalDate> dueOn(String rule) {
        return rules.inForce(rule, clock.instant())
                .map(days -> BusinessDay.today(clock).plusDays(days));
    }

    private static Throwable refusal(DataIntegrityViolationException error, CertificateForm form) {
        CertificationRefusal refusal =
                error instanceof DuplicateKeyException
                        ? new CertificationRefusal.ApplicationOpen()
                        : new CertificationRefusal.UnknownCategory(String.valueOf(form.category()));
        return refusal.asException();
    }
}
