package org.consumptionaid.marketplace.benefit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.AlreadyDecided;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.LotAlreadySplit;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.PlotKnown;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.ValidFromTaken;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Rules of cooperatives, households of counties, and the claims between them. */
@Service
public class Benefits {
    private final RuleStore rules;
    private final HouseholdStore households;
    private final ClaimStore claims;
    private final NewClaims newClaims;
    private final Idempotency idempotency;
    private final Clock clock;

    Benefits(
            RuleStore rules,
            HouseholdStore households,
            ClaimStore claims,
            NewClaims newClaims,
            Idempotency idempotency,
            Clock clock) {
        this.rules = rules;
        this.households = households;
        this.claims = claims;
        this.newClaims = newClaims;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** The caller's rules, newest first. */
    public Mono<List<RuleView>> rules(Caller caller) {
        return rules.ofOrganisation(caller.organisationId());
    }

    /**
     * A new version of a rule. Refusals: {@link BenefitRefusal.PartsNotWhole}, {@link
     * ValidFromTaken}, {@link NotFound} for a product of others.
     */
    public Mono<RuleView> addRule(Caller caller, IdempotencyKey key, RuleForm form) {
        if (!form.isWhole()) {
            return new BenefitRefusal.PartsNotWhole().asError();
        }
        return once(caller, key, "rule", form, () -> insertRule(caller, form))
                .flatMap(id -> rules(caller).map(all -> named(all, id)));
    }

    /** The households of the caller's county, newest first. */
    public Mono<Page<HouseholdView>> households(Caller caller, UUID before) {
        return households.list(caller, before).map(rows -> Page.of(rows, HouseholdView::id));
    }

    /** A household of the caller's county, under a new pseudonym. */
    public Mono<HouseholdView> addHousehold(Caller caller, IdempotencyKey key) {
        Supplier<Mono<UUID>> work =
                () -> {
                    UUID id = Ids.next(clock);
                    return households.insert(id, caller, clock.instant()).thenReturn(id);
                };
        return once(caller, key, "household", "", work).flatMap(id -> households.find(caller, id));
    }

    /** What a household can yield. Refusals: {@link NotFound}, {@link PlotKnown}. */
    public Mono<HouseholdView> addPlot(
            Caller caller, IdempotencyKey key, UUID household, PlotForm form) {
        record Input(UUID household, PlotForm form) {}
        Supplier<Mono<UUID>> work =
                () ->
                        households
                                .insertPlot(
                                        Ids.next(clock), caller, household, form, clock.instant())
                                .onErrorMap(
                                        DuplicateKeyException.class,
                                        _ -> new PlotKnown().asException())
                                .filter(Boolean::booleanValue)
                                .switchIfEmpty(new NotFound().asError())
                                .thenReturn(household);
        return once(caller, key, "plot", new Input(household, form), work)
                .flatMap(id -> households.find(caller, id));
    }

    /** What a household of the caller's county can yield; empty if it is none. */
    public Mono<List<HouseholdView.Plot>> plots(Caller caller, String code) {
        return households.plots(caller, code);
    }

    /** The caller's lots that households can still claim of. */
    public Mono<List<LotView>> lots(Caller caller) {
        return claims.openLots(caller);
    }

    /** Claims the caller's cooperative makes or its county decides on, newest first. */
    public Mono<Page<ClaimView>> claims(Caller caller, @Nullable ClaimState state, UUID before) {
        return claims.list(caller, state == null ? "" : state.name(), before)
                .map(rows -> Page.of(rows, ClaimView::id));
    }

    /** A cooperative's claim for a household. Refusals: those of {@link NewClaims#insert}. */
    public Mono<ClaimView> claim(Caller caller, IdempotencyKey key, ClaimForm form) {
        return once(caller, key, "claim", form, () -> newClaims.insert(caller, form))
                .flatMap(id -> claims.find(caller, id));
    }

    /**
     * The county has seen the evidence. Refusals: {@link NotFound}, {@link AlreadyDecided}, {@link
     * LotAlreadySplit}.
     */
    public Mono<ClaimView> confirm(Caller caller, IdempotencyKey key, UUID id) {
        Supplier<Mono<UUID>> work =
                () ->
                        decide(caller, id, ClaimState.CONFIRMED, null)
                                .filterWhen(done -> claims.comesTooLate(done).map(late -> !late))
                                .switchIfEmpty(new LotAlreadySplit().asError());
        return once(caller, key, "confirm", id, work).flatMap(done -> claims.find(caller, done));
    }

    /**
     * The county does not accept the evidence; the kilograms can be claimed again. Refusals: {@link
     * NotFound}, {@link AlreadyDecided}.
     */
    public Mono<ClaimView> reject(Caller caller, IdempotencyKey key, UUID id, String reason) {
        record Input(UUID id, String reason) {}
        Supplier<Mono<UUID>> work =
                () -> decide(caller, id, ClaimState.REJECTED, reason).delayUntil(claims::giveBack);
        return once(caller, key, "reject", new Input(id, reason), work)
                .flatMap(done -> claims.find(caller, done));
    }

    private Mono<UUID> decide(Caller caller, UUID id, ClaimState state, @Nullable String reason) {
        return claims.find(caller, id)
                .switchIfEmpty(new NotFound().asError())
                .then(claims.decide(caller, id, state.name(), reason, clock.instant()))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(new AlreadyDecided().asError())
                .thenReturn(id);
    }

    private Mono<UUID> insertRule(Caller caller, RuleForm form) {
        Instant now = clock.instant();
        Instant from = form.validFrom() == null ? now : BusinessDay.start(form.validFrom());
        if (from.isBefore(now)) {
            return new ValidFromTaken().asError();
        }
        UUID id = Ids.next(clock);
        UUID product = form.productId();
        Mono<Boolean> own = product == null ? Mono.just(true) : rules.ownsProduct(caller, product);
        return own.filter(Boolean::booleanValue)
                .switchIfEmpty(new NotFound().asError())
                .then(rules.insert(id, caller, form, from, now))
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        _ -> new ValidFromTaken().asException())
                .thenReturn(id);
    }

    private <T> Mono<UUID> once(
            Caller caller,
            IdempotencyKey key,
            String operation,
            T input,
            Supplier<Mono<UUID>> work) {
        record Input(String operation, Object input) {}
        return idempotency.once(
                caller.personId(), key, new Input(operation, input), UUID.class, work);
    }

    private static RuleView named(List<RuleView> rules, UUID id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }
}
