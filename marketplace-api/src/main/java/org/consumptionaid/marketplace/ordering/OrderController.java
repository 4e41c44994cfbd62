package org.consumptionaid.marketplace.ordering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/orders")
class OrderController {
    private final Ordering ordering;

    OrderController(Ordering ordering) {
        this.ordering = ordering;
    }

    record Reason(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PurchaseView> place(
            Caller caller, IdempotencyKey key, @Valid @RequestBody PlaceOrders command) {
        return ordering.place(caller, key, command);
    }

    @GetMapping
    Mono<Page<OrderSummary>> orders(
            Caller caller,
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(required = false) @Nullable String cursor) {
        return ordering.orders(caller, state, Page.before(cursor));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<OrderView>> order(Caller caller, @PathVariable UUID id) {
        return ordering.order(caller, id)
                .map(order -> ResponseEntity.ok().eTag(Long.toString(order.version())).body(order));
    }

    @PostMapping("/{id}/confirmation")
    Mono<OrderView> confirm(Caller caller, @PathVariable UUID id, IdempotencyKey key) {
        return ordering.confirm(caller, key, id);
    }

    @PostMapping("/{id}/refusal")
    Mono<OrderView> refuse(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Reason body) {
        return ordering.refuse(caller, key, id, body.reason());
    }

    @PostMapping("/{id}/cancellation")
    Mono<OrderView> cancel(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Reason body) {
        return ordering.cancel(caller, key, id, body.reason());
    }

    record Change(@NotEmpty @Size(max = 200) List<PlaceOrders.@Valid @NotNull Line> lines) {}

    @PostMapping("/{id}/change")
    Mono<OrderView> change(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Change body) {
        return ordering.change(caller, key, id, body.lines());
    }
}
