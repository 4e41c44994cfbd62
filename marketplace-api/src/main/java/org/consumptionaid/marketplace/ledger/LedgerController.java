package org.consumptionaid.marketplace.ledger;

import java.time.LocalDate;
import org.consumptionaid.marketplace.shared.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class LedgerController {
    private final Seals seals;

    LedgerController(Seals seals) {
        this.seals = seals;
    }

    @GetMapping("/ledger/heads")
    Mono<Items<DayHead>> heads(@RequestParam(required = false) @Nullable LocalDate until) {
        return seals.heads(until).map(Items::new);
    }
}
