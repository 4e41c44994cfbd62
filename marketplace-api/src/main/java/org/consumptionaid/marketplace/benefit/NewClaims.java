package org.consumptionaid.marketplace.benefit;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.ClaimIncomplete;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.EvidenceUsed;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.LotAlreadySplit;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.MoreThanTheCalendar;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.MoreThanTheLot;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.MoreThanThePlot;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.TimeTaken;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.UnknownHousehold;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.UnknownLot;
import org.consumptionaid.marketplace.benefit.BenefitRefusal.WorthNothing;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Ids;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes claims in, each bounded by its evidence; the database decides who comes first. */
@Component
class NewClaims {
    private final ClaimStore store;
    private final Clock clock;

    NewClaims(ClaimStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction. Refusals: {@link ClaimIncomplete}, {@link
     * MoreThanTheCalendar}, {@link WorthNothing}, {@link UnknownHousehold}, {@link UnknownLot},
     * {@link LotAlreadySplit}, {@link MoreThanTheLot}, {@link MoreThanThePlot}, {@link TimeTaken},
     * {@link EvidenceUsed}.
     */
    Mono<UUID> insert(Caller caller, ClaimForm form) {
        if (!form.isComplete()) {
            return new ClaimIncomplete().asError();
        }
        if (form.worksMoreThanTheCalendar()) {
            return new MoreThanTheCalendar().asError();
        }
        if (form.worthFen() == 0) {
            return new WorthNothing().asError();
        }
        return store.household(caller, form.household().strip())
                .switchIfEmpty(new UnknownHousehold().asError())
                .flatMap(household ->
                        lot(caller, household, form)
                                .flatMap(lot -> insert(caller, household, lot, form)));
    }

    private Mono<UUID> insert(Caller caller, UUID household, Optional<UUID> lot, ClaimForm form) {
        UUID id = Ids.next(clock);
        return store.insert(id, caller, household, lot.orElse(null), form, clock.instant())
                .onErrorMap(DuplicateKeyException.class, _ -> new EvidenceUsed().asException())
                .onErrorMap(
                        DataIntegrityViolationException.class, _ -> new TimeTaken().asException())
                .thenReturn(id);
    }

    /** The lot of a purchase, with its kilograms taken from lot and plot. */
    private Mono<Optional<UUID>> lot(Caller caller, UUID household, ClaimForm form) {
        if (form.mode() != Mode.PURCHASE) {
            return Mono.just(Optional.empty());
        }
        long grams = Objects.requireNonNull(form.grams());
        UUID plot = Objects.requireNonNull(form.plotId());
        return store.lot(caller, Objects.requireNonNull(form.lot()).strip())
                .switchIfEmpty(new UnknownLot().asError())
                .filter(lot -> !lot.split())
                .switchIfEmpty(new LotAlreadySplit().asError())
                .filterWhen(lot -> store.takeFromLot(lot, grams))
                .switchIfEmpty(new MoreThanTheLot().asError())
                .filterWhen(_ -> store.takeFromPlot(plot, household, grams))
                .switchIfEmpty(new MoreThanThePlot().asError())
                .map(lot -> Optional.of(lot.id()));
    }
}
