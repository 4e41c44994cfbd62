package org.consumptionaid.marketplace.fulfilment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.ordering.WeighedLine;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.jspecify.annotations.Nullable;
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

    record Shipment(@Nullable @Size(max = 500) String note) {
        String noteOrNone() {
            return note == null ? "" : note.strip();
        }
    }

    record Acceptance(@NotEmpty @Size(max = 200) List<@Valid @NotNull WeighedLine> lines) {}

    @PostMapping("/orders/{id}/shipment")
    Mono<OrderView> ship(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Shipment body) {
        return fulfilment.ship(caller, key, id, body.noteOrNone());
    }

    @PostMapping("/orders/{id}/acceptance")
    Mono<OrderView> accept(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Acceptance body) {
        return fulfilment.accept(caller, key, id, body.lines());
    }
}
