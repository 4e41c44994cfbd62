package org.consumptionaid.marketplace.ordering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.UUID;
import org.consumptionaid.marketplace.catalog.Wanted;
import org.consumptionaid.marketplace.identity.Caller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/cart")
class CartController {
    private final Carts carts;

    CartController(Carts carts) {
        this.carts = carts;
    }

    record Quantity(@NotNull @Min(1) @Max(100_000) Long quantity) {}

    @GetMapping
    Mono<CartView> cart(Caller caller, Locale locale) {
        return carts.cart(caller, locale);
    }

    @PutMapping("/lines/{productId}")
    Mono<CartView> put(
            Caller caller,
            @PathVariable UUID productId,
            @Valid @RequestBody Quantity body,
            Locale locale) {
        return carts.put(caller, new Wanted(productId, body.quantity()), locale);
    }

    @DeleteMapping("/lines/{productId}")
    Mono<CartView> remove(Caller caller, @PathVariable UUID productId, Locale locale) {
        return carts.remove(caller, productId, locale);
    }
}
