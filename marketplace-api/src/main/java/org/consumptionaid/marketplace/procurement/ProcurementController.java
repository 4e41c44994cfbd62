package org.consumptionaid.marketplace.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
class ProcurementController {
    private final Procurement procurement;
    private final Reserve reserve;
    private final UnitCorrections corrections;

    ProcurementController(Procurement procurement, Reserve reserve, UnitCorrections corrections) {
        this.procurement = procurement;
        this.reserve = reserve;
        this.corrections = corrections;
    }

    record Correction(
            @NotBlank @Size(max = 80) String unitName, @NotBlank @Size(max = 500) String reason) {}

    record Answer(@NotNull Boolean agrees, @Nullable @Size(max = 500) String reason) {
        String reasonOrNone() {
            return reason == null ? "" : reason.strip();
        }
    }

    @GetMapping("/procurement/year")
    Mono<YearView> year(Caller caller) {
        return procurement.year(caller);
    }

    @GetMapping("/procurement/reserve")
    Mono<ReserveView> reserve(
            Caller caller, @RequestParam(defaultValue = "0") @Min(0) @Max(2100) int year) {
        return reserve.of(caller, year);
    }

    @PostMapping("/procurement/filings")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ReserveView> file(Caller caller, IdempotencyKey key, @Valid @RequestBody FilingForm body) {
        return reserve.file(caller, key, body);
    }

    @GetMapping("/procurement/corrections")
    Mono<Items<CorrectionView>> corrections(Caller caller) {
        return corrections.all(caller).map(Items::new);
    }

    @PostMapping("/orders/{id}/unit-corrections")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CorrectionView> correct(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Correction body) {
        return corrections.ask(caller, key, id, body.unitName().strip(), body.reason().strip());
    }

    @PostMapping("/procurement/corrections/{id}/decision")
    Mono<CorrectionView> decide(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Answer body) {
        return corrections.decide(caller, key, id, body.agrees(), body.reasonOrNone());
    }
}
