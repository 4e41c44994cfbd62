package org.consumptionaid.marketplace.farming;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.farming.FarmingRules.TooEarly;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Production records: appended by the cooperative, read by anyone. */
@Service
class Farming {
    private final FarmRecordStore store;
    private final Idempotency idempotency;
    private final Clock clock;

    Farming(FarmRecordStore store, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** All records of a product, the latest work first. */
    Mono<List<FarmRecordView>> records(UUID productId) {
        return store.list(productId);
    }

    /**
     * Records work, or corrects what was recorded. Refusals: {@link NotFound}, {@link
     * FarmingRefusal}.
     */
    Mono<List<FarmRecordView>> record(
            Caller caller, IdempotencyKey key, UUID productId, FarmRecordForm form) {
        record Input(String operation, UUID productId, FarmRecordForm form) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("farm-record", productId, form),
                        UUID.class,
                        () -> append(caller, productId, form.tidied()))
                .then(records(productId));
    }

    private Mono<UUID> append(Caller caller, UUID productId, FarmRecordForm form) {
        requireComplete(form);
        UUID id = Ids.next(clock);
        return store.lockProduct(productId, caller.organisationId())
                .switchIfEmpty(new NotFound().asError())
                .flatMap(store::count)
                .filter(count -> count < FarmRecordStore.MOST_RECORDS)
                .switchIfEmpty(
                        new FarmingRefusal.TooManyRecords(FarmRecordStore.MOST_RECORDS).asError())
                .then(requireIntervals(productId, form))
                .then(store.insert(id, caller, productId, form, clock.instant()))
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        _ -> new FarmingRefusal.NotCorrectable().asException())
                .thenReturn(id);
    }

    private void requireComplete(FarmRecordForm form) {
        if (form.operation().isTreatment()
                && (form.intervalDays() == null || "".equals(form.input()))) {
            throw new FarmingRefusal.TreatmentIncomplete().asException();
        }
        if (form.doneOn().isAfter(BusinessDay.today(clock))) {
            throw new FarmingRefusal.NotDoneYet().asException();
        }
    }

    private Mono<Void> requireIntervals(UUID productId, FarmRecordForm form) {
        PlotWork added =
                new PlotWork(form.operation(), form.doneOn().toEpochDay(), form.intervalDays());
        return store.onPlot(productId, form)
                .flatMap(there ->
                        FarmingRules.tooEarly(added, there)
                                .map(early -> refusal(early).<Void>asError())
                                .orElse(Mono.empty()));
    }

    private static FarmingRefusal refusal(TooEarly early) {
        return new FarmingRefusal.HarvestTooEarly(
                LocalDate.ofEpochDay(early.treatment().day()),
                LocalDate.ofEpochDay(early.harvest().day()),
                LocalDate.ofEpochDay(early.treatment().harvestFrom()));
    }
}
