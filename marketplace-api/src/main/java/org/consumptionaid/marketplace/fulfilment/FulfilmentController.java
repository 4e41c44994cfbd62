package org.consumptionaid.marketplace.fulfilment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.ordering.PackedLine;
import org.consumptionaid.marketplace.ordering.RestockedLine;
import org.consumptionaid.marketplace.ordering.WeighedLine;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class FulfilmentController {
    private final Fulfilment fulfilment;

    FulfilmentController(Fulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    record Shipment(
            @Nullable @Size(max = 500) String note,
            @Nullable @Valid CertificateTerms certificate,
            @Nullable @Size(min = 1, max = 200) List<@Valid @NotNull PackedLine> lines) {
        CertificateTerms terms() {
            return Objects.requireNonNullElse(certificate, CertificateTerms.DEFAULT);
        }

        List<PackedLine> linesOrAll() {
            return lines == null ? List.of() : lines;
        }

        String noteOrNone() {
            return note == null ? "" : note.strip();
        }
    }

    record Acceptance(
            @Nullable @Min(1) @Max(1000) Integer shipment,
            @NotEmpty @Size(max = 200) List<@Valid @NotNull WeighedLine> lines) {}

    record Restocking(
            @NotNull @Min(1) @Max(1000) Integer shipment,
            @NotEmpty @Size(max = 200) List<@Valid @NotNull RestockedLine> lines,
            @Nullable @Size(max = 500) String note) {
        String noteOrNone() {
            return note == null ? "" : note.strip();
        }
    }

    record Reason(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/orders/{id}/shipment")
    Mono<OrderView> ship(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Shipment body) {
        return fulfilment.ship(caller, key, id, body.noteOrNone(), body.terms(), body.linesOrAll());
    }

    @GetMapping("/orders/{id}/lots")
    Mono<Items<LotSummary>> lots(Caller caller, @PathVariable UUID id) {
        return fulfilment.lots(caller, id).map(Items::new);
    }

    @GetMapping("/lots/{number}")
    Mono<LotView> lot(@PathVariable String number) {
        return fulfilment.lot(number);
    }

    @GetMapping("/products/{id}/lots")
    Mono<Items<LatestLot>> latestLots(@PathVariable UUID id) {
        return fulfilment.latestLots(id).map(Items::new);
    }

    @PostMapping("/orders/{id}/acceptance")
    Mono<OrderView> accept(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Acceptance body) {
        return fulfilment.accept(caller, key, id, body.shipment(), body.lines());
    }

    @PostMapping("/orders/{id}/restocking")
    Mono<OrderView> restock(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Restocking body) {
        return fulfilment.restock(
                caller, key, id, body.shipment(), body.lines(), body.noteOrNone());
    }

    @PostMapping("/orders/{id}/closing")
    Mono<OrderView> close(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Reason body) {
        return fulfilment.close(caller, key, id, body.reason().strip());
    }
}
