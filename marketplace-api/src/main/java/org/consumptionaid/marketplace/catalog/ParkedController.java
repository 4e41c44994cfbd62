package org.consumptionaid.marketplace.catalog;

import jakarta.validation.Valid;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/catalog/parked")
class ParkedController {
    private final ParkedProducts parked;

    ParkedController(ParkedProducts parked) {
        this.parked = parked;
    }

    @GetMapping
    Mono<Page<ParkedProduct>> all(@RequestParam(required = false) @Nullable String cursor) {
        return parked.all(Page.before(cursor));
    }

    @PutMapping("/{productId}")
    Mono<ResponseEntity<ProductView>> correct(
            Caller caller,
            @PathVariable UUID productId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProductForm form) {
        return parked.correct(caller, productId, Version.ofIfMatch(ifMatch), form)
                .map(product -> ResponseEntity.ok().eTag(product.versions().etag()).body(product));
    }

    @PostMapping("/replay")
    Mono<Replay.Begun> replay(
            Caller caller,
            IdempotencyKey key,
            @Valid @RequestBody(required = false) @Nullable Replay replay) {
        return parked.replay(caller, key, replay);
    }
}
