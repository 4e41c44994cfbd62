package org.consumptionaid.marketplace.pricing;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final PriceOffers offers;
    private final PriceHistory history;

    PricingController(PriceOffers offers, PriceHistory history) {
        this.offers = offers;
        this.history = history;
    }

    @GetMapping("/offers")
    Mono<ProductPrices> offers(@PathVariable UUID id, @Nullable Caller caller) {
        return offers.of(id, caller);
    }

    @GetMapping("/prices")
    Mono<ProductPriceHistory> prices(@PathVariable UUID id, @Nullable Caller caller) {
        return history.of(id, caller);
    }

    @GetMapping("/prices.csv")
    Mono<ResponseEntity<byte[]>> table(@PathVariable UUID id, @Nullable Caller caller) {
        return history.csv(id, caller)
                .map(csv ->
                        ResponseEntity.ok()
                                .contentType(CSV)
                                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(id))
                                .body(csv));
    }

    private static String attachment(UUID id) {
        return ContentDisposition.attachment().filename("prices-" + id + ".csv").build().toString();
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
