package org.consumptionaid.marketplace.farming;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class FarmingController {
    private final Farming farming;

    FarmingController(Farming farming) {
        this.farming = farming;
    }

    @GetMapping("/products/{id}/farm-records")
    Mono<Items<FarmRecordView>> list(@PathVariable UUID id) {
        return farming.records(id).map(Items::new);
    }

    @PostMapping("/products/{id}/farm-records")
    Mono<ResponseEntity<Items<FarmRecordView>>> add(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody FarmRecordForm form) {
        return farming.record(caller, key, id, form)
                .map(all ->
                        ResponseEntity.created(URI.create("/products/" + id + "/farm-records"))
                                .body(new Items<>(all)));
    }
}
