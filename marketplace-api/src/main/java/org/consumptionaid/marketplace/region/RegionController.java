package org.consumptionaid.marketplace.region;

import org.consumptionaid.marketplace.shared.Items;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class RegionController {
    private final Regions regions;

    RegionController(Regions regions) {
        this.regions = regions;
    }

    @GetMapping("/counties")
    Mono<Items<ListedCounty>> counties() {
        return regions.listedCounties().map(Items::new);
    }

    @GetMapping("/divisions")
    Mono<Items<Division>> divisions() {
        return regions.divisions().map(Items::new);
    }
}
