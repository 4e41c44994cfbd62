package org.consumptionaid.marketplace.catalog;

import java.util.UUID;
import org.consumptionaid.marketplace.certification.RunningSeason;
import org.consumptionaid.marketplace.certification.SeasonCapacity;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Items;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How much of this season may be sold, and how much of it is. */
@RestController
class CapacityController {
    private final Catalog catalog;
    private final SeasonCapacity capacity;

    CapacityController(Catalog catalog, SeasonCapacity capacity) {
        this.catalog = catalog;
        this.capacity = capacity;
    }

    /** Of the certificate that covers the product; no item while none does or no season runs. */
    @GetMapping("/products/{id}/capacity")
    Mono<Items<RunningSeason>> ofProduct(@PathVariable UUID id) {
        return catalog.product(id)
                .flatMap(product -> capacity.running(product.organisationId(), product.category()))
                .map(Items::new);
    }

    @GetMapping("/cooperative/capacity")
    Mono<Items<RunningSeason>> own(Caller caller) {
        return capacity.running(caller.organisationId()).map(Items::new);
    }
}
