package org.consumptionaid.marketplace.bureau;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class BureauController {
    private final Canteens canteens;
    private final Plans plans;

    BureauController(Canteens canteens, Plans plans) {
        this.canteens = canteens;
        this.plans = plans;
    }

    /** The week a plan is wanted for: any of its days; next week if none is given. */
    record WantedWeek(@Nullable LocalDate week) {}

    @GetMapping("/bureau/canteens")
    Mono<Items<CanteenView>> canteens(
            Caller caller, @RequestParam(required = false) @Nullable LocalDate week) {
        return canteens.all(caller, week).map(Items::new);
    }

    @PutMapping("/bureau/canteens")
    Mono<Items<CanteenView>> put(Caller caller, @Valid @RequestBody CanteenForm form) {
        return canteens.put(caller, form).map(Items::new);
    }

    @DeleteMapping("/bureau/canteens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Caller caller, @PathVariable UUID id) {
        return canteens.remove(caller, id);
    }

    @GetMapping("/cooperative/supply-terms")
    Mono<SupplyTermsView> terms(Caller caller) {
        return canteens.terms(caller);
    }

    @PutMapping("/cooperative/supply-terms")
    Mono<SupplyTermsView> setTerms(Caller caller, @Valid @RequestBody SupplyTermsView terms) {
        return canteens.setTerms(caller, terms);
    }

    @GetMapping("/bureau/plans")
    Mono<Items<PlanSummary>> plans(
            Caller caller, @RequestParam(required = false) @Nullable LocalDate week) {
        return plans.all(caller, week).map(Items::new);
    }

    @PostMapping("/bureau/plans")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PlanView> start(Caller caller, IdempotencyKey key, @RequestBody WantedWeek body) {
        return plans.start(caller, key, body.week());
    }

    @GetMapping("/bureau/plans/{id}")
    Mono<PlanView> plan(Caller caller, @PathVariable UUID id) {
        return plans.plan(caller, id);
    }

    @PostMapping("/bureau/plans/{id}/stop")
    Mono<PlanView> stop(Caller caller, @PathVariable UUID id, IdempotencyKey key) {
        return plans.stop(caller, key, id);
    }

    @PutMapping("/bureau/plans/{id}/lines/{number}/choice")
    Mono<PlanView> choose(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable int number,
            @Valid @RequestBody ChoiceForm body) {
        return plans.choose(caller, id, number, body);
    }

    @DeleteMapping("/bureau/plans/{id}/lines/{number}/choice")
    Mono<PlanView> leave(Caller caller, @PathVariable UUID id, @PathVariable int number) {
        return plans.leave(caller, id, number);
    }

    @PostMapping("/bureau/plans/{id}/acceptance")
    Mono<PlanView> accept(Caller caller, @PathVariable UUID id, IdempotencyKey key) {
        return plans.accept(caller, key, id);
    }
}
