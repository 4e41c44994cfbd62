package org.consumptionaid.marketplace.benefit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.consumptionaid.marketplace.shared.Page;
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
class BenefitController {
    private final Benefits benefits;

    BenefitController(Benefits benefits) {
        this.benefits = benefits;
    }

    record Reason(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/benefit/rules")
    Mono<Items<RuleView>> rules(Caller caller) {
        return benefits.rules(caller).map(Items::new);
    }

    @PostMapping("/benefit/rules")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RuleView> addRule(Caller caller, IdempotencyKey key, @Valid @RequestBody RuleForm form) {
        return benefits.addRule(caller, key, form);
    }

    @GetMapping("/benefit/households")
    Mono<Page<HouseholdView>> households(
            Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return benefits.households(caller, Page.before(cursor));
    }

    @PostMapping("/benefit/households")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<HouseholdView> addHousehold(Caller caller, IdempotencyKey key) {
        return benefits.addHousehold(caller, key);
    }

    @PostMapping("/benefit/households/{id}/plots")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<HouseholdView> addPlot(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody PlotForm form) {
        return benefits.addPlot(caller, key, id, form);
    }

    @GetMapping("/benefit/plots")
    Mono<Items<HouseholdView.Plot>> plots(Caller caller, @RequestParam String household) {
        return benefits.plots(caller, household.strip()).map(Items::new);
    }

    @GetMapping("/benefit/lots")
    Mono<Items<LotView>> lots(Caller caller) {
        return benefits.lots(caller).map(Items::new);
    }

    @GetMapping("/benefit/claims")
    Mono<Page<ClaimView>> claims(
            Caller caller,
            @RequestParam(required = false) @Nullable ClaimState state,
            @RequestParam(required = false) @Nullable String cursor) {
        return benefits.claims(caller, state, Page.before(cursor));
    }

    @PostMapping("/benefit/claims")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ClaimView> claim(Caller caller, IdempotencyKey key, @Valid @RequestBody ClaimForm form) {
        return benefits.claim(caller, key, form);
    }

    @PostMapping("/benefit/claims/{id}/confirmation")
    Mono<ClaimView> confirm(Caller caller, @PathVariable UUID id, IdempotencyKey key) {
        return benefits.confirm(caller, key, id);
    }

    @PostMapping("/benefit/claims/{id}/rejection")
    Mono<ClaimView> reject(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Reason body) {
        return benefits.reject(caller, key, id, body.reason().strip());
    }
}
