package org.consumptionaid.marketplace.ordering;

import jakarta.validation.Valid;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class InvoiceController {
    private final Invoices invoices;

    InvoiceController(Invoices invoices) {
        this.invoices = invoices;
    }

    @PostMapping("/orders/{id}/invoice")
    Mono<OrderView> record(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody InvoiceForm body) {
        return invoices.record(caller, key, id, body);
    }

    @PostMapping("/orders/{id}/invoice/replacement")
    Mono<OrderView> replace(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody ReplacementForm body) {
        return invoices.replace(caller, key, id, body);
    }

    @GetMapping("/orders/{id}/invoices")
    Mono<Items<InvoiceView>> ofOrder(Caller caller, @PathVariable UUID id) {
        return invoices.ofOrder(caller, id).map(Items::new);
    }
}
