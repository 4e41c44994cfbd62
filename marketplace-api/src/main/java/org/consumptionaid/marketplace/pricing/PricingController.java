package org.consumptionaid.marketplace.pricing;

import jakarta.validation.Valid;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/products/{id}")
class PricingController {
    private final PriceOffers offers;

    PricingController(PriceOffers offers) {
        this.offers = offers;
    }

    @GetMapping("/offers")
    Mono<ProductPrices> offers(@PathVariable UUID id, @Nullable Caller caller) {
        return offers.of(id, caller);
    }

    @PostMapping("/offers")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ProductPrices> add(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody PriceOfferForm form) {
        return offers.add(caller, key, id, form);
    }

    @PostMapping("/offers/{offerId}/ending")
    Mono<ProductPrices> end(
            Caller caller, @PathVariable UUID id, @PathVariable UUID offerId, IdempotencyKey key) {
        return offers.end(caller, key, id, offerId);
    }
}
