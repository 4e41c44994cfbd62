package org.consumptionaid.marketplace.catalog;

import jakarta.validation.Valid;
import org.consumptionaid.marketplace.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class DeliveryController {
    private final Delivery delivery;

    DeliveryController(Delivery delivery) {
        this.delivery = delivery;
    }

    @GetMapping("/cooperative/delivery-area")
    Mono<DeliveryAreaView> area(Caller caller) {
        return delivery.area(caller);
    }

    @PutMapping("/cooperative/delivery-area")
    Mono<DeliveryAreaView> set(Caller caller, @Valid @RequestBody DeliveryArea area) {
        return delivery.set(caller, area);
    }
}
