package org.consumptionaid.marketplace.supervision;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SupervisionController {
    private final Supervision supervision;

    SupervisionController(Supervision supervision) {
        this.supervision = supervision;
    }

    @GetMapping("/supervision/today")
    Mono<TodayView> today() {
        return supervision.today();
    }
}
