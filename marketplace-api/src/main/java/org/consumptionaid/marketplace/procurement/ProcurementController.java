package org.consumptionaid.marketplace.procurement;

import org.consumptionaid.marketplace.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ProcurementController {
    private final Procurement procurement;

    ProcurementController(Procurement procurement) {
        this.procurement = procurement;
    }

    @GetMapping("/procurement/year")
    Mono<YearView> year(Caller caller) {
        return procurement.year(caller);
    }
}
