package org.consumptionaid.marketplace.requisition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.NewColleague;
import org.consumptionaid.marketplace.identity.UnitRole;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a unit lays down; the caller's own unless another is named. */
@RestController
@RequestMapping("/unit")
class UnitController {
    private final Units units;

    UnitController(Units units) {
        this.units = units;
    }

    record Held(@NotBlank @Size(max = 40) String username, @NotNull UnitRole role) {}

    record Amount(@NotNull @Min(0) @Max(100_000_000_000_000L) Long amountFen) {}

    @GetMapping
    Mono<UnitView> unit(Caller caller, @RequestParam(required = false) @Nullable UUID unit) {
        return units.unit(caller, of(caller, unit));
    }

    record Leaving(@NotBlank @Size(max = 40) String username) {}

    @PostMapping("/people")
    Mono<UnitView> hire(
            Caller caller,
            IdempotencyKey key,
            @RequestParam(required = false) @Nullable UUID unit,
            @Valid @RequestBody NewColleague body) {
        return units.hire(caller, key, of(caller, unit), body);
    }

    @PostMapping("/people/leaving")
    Mono<UnitView> leave(
            Caller caller,
            IdempotencyKey key,
            @RequestParam(required = false) @Nullable UUID unit,
            @Valid @RequestBody Leaving body) {
        return units.leave(caller, key, of(caller, unit), body.username().strip());
    }

    @PostMapping("/roles")
    Mono<UnitView> grant(
            Caller caller,
            IdempotencyKey key,
            @RequestParam(required = false) @Nullable UUID unit,
            @Valid @RequestBody Held body) {
        return units.grant(caller, key, of(caller, unit), body.username().strip(), body.role());
    }

    @PostMapping("/roles/ending")
    Mono<UnitView> end(
            Caller caller,
            IdempotencyKey key,
            @RequestParam(required = false) @Nullable UUID unit,
            @Valid @RequestBody Held body) {
        return units.end(caller, key, of(caller, unit), body.username().strip(), body.role());
    }

    @PostMapping("/approval-rules")
    Mono<UnitView> addRule(
            Caller caller,
            IdempotencyKey key,
            @RequestParam(required = false) @Nullable UUID unit,
            @Valid @RequestBody RuleForm body) {
        return units.addRule(caller, key, of(caller, unit), body);
    }

    @PostMapping("/approval-rules/{id}/ending")
    Mono<UnitView> endRule(
            Caller caller,
            IdempotencyKey key,
            @RequestParam(required = false) @Nullable UUID unit,
            @PathVariable UUID id) {
        return units.endRule(caller, key, of(caller, unit), id);
    }

    @PostMapping("/delegations")
    Mono<UnitView> delegate(
            Caller caller,
            IdempotencyKey key,
            @RequestParam(required = false) @Nullable UUID unit,
            @Valid @RequestBody DelegationForm body) {
        return units.delegate(caller, key, of(caller, unit), body);
    }

    @PostMapping("/delegations/{id}/ending")
    Mono<UnitView> endDelegation(
            Caller caller,
            IdempotencyKey key,
            @RequestParam(required = false) @Nullable UUID unit,
            @PathVariable UUID id) {
        return units.endDelegation(caller, key, of(caller, unit), id);
    }

    @PostMapping("/budget-lines")
    Mono<UnitView> addBudget(
            Caller caller,
            IdempotencyKey key,
            @RequestParam(required = false) @Nullable UUID unit,
            @Valid @RequestBody BudgetForm body) {
        return units.addBudget(caller, key, of(caller, unit), body);
    }

    @PutMapping("/budget-lines/{id}")
    Mono<UnitView> changeBudget(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID unit,
            @PathVariable UUID id,
            @Valid @RequestBody Amount body) {
        return units.changeBudget(caller, of(caller, unit), id, body.amountFen());
    }

    private static UUID of(Caller caller, @Nullable UUID unit) {
        return Objects.requireNonNullElse(unit, caller.organisationId());
    }
}
