package org.consumptionaid.marketplace.kitchen;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class KitchenController {
    private static final long MOST_GRAMS = 100_000_000;

    private final Kitchen kitchen;
    private final Recalls recalls;
    private final TraceEvents events;
    private final Lunches lunches;
    private final Incidents incidents;

    KitchenController(
            Kitchen kitchen,
            Recalls recalls,
            TraceEvents events,
            Lunches lunches,
            Incidents incidents) {
        this.kitchen = kitchen;
        this.recalls = recalls;
        this.events = events;
        this.lunches = lunches;
        this.incidents = incidents;
    }

    record Use(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 60) String dish,
            @NotBlank @Size(max = 30) String lot,
            @NotNull @Min(1) @Max(MOST_GRAMS) Long grams) {}

    record Disposal(
            @NotBlank @Size(max = 30) String lot,
            @NotNull @Min(1) @Max(MOST_GRAMS) Long grams,
            @NotBlank @Size(max = 200) String reason) {}

    record Sample(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 60) String dish,
            @NotNull @Min(1) @Max(5_000) Integer grams) {}

    record Report(@NotBlank @Size(max = 200) String to) {}

    record Answer(@NotBlank @Size(max = 500) String note) {}

    @GetMapping("/kitchen/day")
    Mono<KitchenDay> day(Caller caller, @RequestParam(required = false) @Nullable LocalDate day) {
        return kitchen.day(caller, day);
    }

    @PostMapping("/kitchen/uses")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<KitchenDay> use(Caller caller, IdempotencyKey key, @Valid @RequestBody Use body) {
        return kitchen.use(caller, key, body.day(), body.dish(), body.lot(), body.grams());
    }

    @PostMapping("/kitchen/uses/{id}/correction")
    Mono<KitchenDay> correct(Caller caller, IdempotencyKey key, @PathVariable UUID id) {
        return kitchen.correct(caller, key, id);
    }

    @PostMapping("/kitchen/disposals")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<KitchenDay> dispose(Caller caller, IdempotencyKey key, @Valid @RequestBody Disposal body) {
        return kitchen.dispose(caller, key, body.lot(), body.grams(), body.reason());
    }

    @PostMapping("/kitchen/samples")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<KitchenDay> sample(Caller caller, IdempotencyKey key, @Valid @RequestBody Sample body) {
        return kitchen.sample(caller, key, body.day(), body.dish(), body.grams());
    }

    @PostMapping("/kitchen/samples/{id}/disposal")
    Mono<KitchenDay> disposeSample(Caller caller, IdempotencyKey key, @PathVariable UUID id) {
        return kitchen.disposeSample(caller, key, id);
    }

    @GetMapping("/recalls")
    Mono<Items<RecallSummary>> recalls(Caller caller) {
        return recalls.all(caller).map(Items::new);
    }

    @PostMapping("/recalls")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RecallView> open(Caller caller, IdempotencyKey key, @Valid @RequestBody RecallForm body) {
        return recalls.open(caller, key, body);
    }

    @GetMapping("/recalls/{id}")
    Mono<RecallView> recall(Caller caller, @PathVariable UUID id) {
        return recalls.recall(caller, id);
    }

    @PostMapping("/recalls/{id}/answer")
    Mono<RecallView> answer(
            Caller caller,
            IdempotencyKey key,
            @PathVariable UUID id,
            @Valid @RequestBody Answer body) {
        return recalls.answer(caller, key, id, body.note());
    }

    @GetMapping("/lots/{number}/trace")
    Mono<LotTrace> trace(Caller caller, @PathVariable String number) {
        return recalls.trace(caller, number);
    }

    @GetMapping("/incidents")
    Mono<Items<IncidentView>> incidents(Caller caller) {
        return incidents.all(caller).map(Items::new);
    }

    @PostMapping("/incidents")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Items<IncidentView>> note(
            Caller caller, IdempotencyKey key, @Valid @RequestBody IncidentForm body) {
        return incidents.note(caller, key, body).map(Items::new);
    }

    @PostMapping("/incidents/{id}/report")
    Mono<Items<IncidentView>> report(
            Caller caller,
            IdempotencyKey key,
            @PathVariable UUID id,
            @Valid @RequestBody Report body) {
        return incidents.report(caller, key, id, body.to()).map(Items::new);
    }

    /** A school's lunch, for anybody. */
    @GetMapping("/schools/{code}/lunch")
    Mono<LunchView> lunch(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate day) {
        return lunches.lunch(code, day);
    }

    /** The lot's life as an EPCIS 2.0 document. */
    @GetMapping("/lots/{number}/events")
    Mono<Map<String, Object>> events(Caller caller, @PathVariable String number) {
        return events.of(caller, number);
    }
}
