package org.consumptionaid.marketplace.catalog;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CatalogController {
    private final Catalog catalog;

    CatalogController(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/categories")
    Mono<Items<Category>> categories() {
        return catalog.categories().map(Items::new);
    }

    @GetMapping("/products/{id}")
    Mono<ResponseEntity<ProductView>> product(@PathVariable UUID id) {
        return catalog.product(id).map(CatalogController::withVersion);
    }

    @GetMapping("/cooperative/products")
    Mono<Page<ProductView>> own(
            Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return catalog.ownProducts(caller, Page.before(cursor));
    }

    @PostMapping("/products")
    Mono<ResponseEntity<ProductView>> list(
            Caller caller, IdempotencyKey key, @Valid @RequestBody ProductForm form) {
        return catalog.list(caller, key, form)
                .map(product ->
                        ResponseEntity.created(URI.create("/products/" + product.id()))
                                .eTag(product.versions().etag())
                                .body(product));
    }

    @PutMapping("/products/{id}")
    Mono<ResponseEntity<ProductView>> edit(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProductForm form) {
        return catalog.edit(caller, id, Version.ofIfMatch(ifMatch), form)
                .map(CatalogController::withVersion);
    }

    @PostMapping("/products/{id}/withdrawal")
    Mono<ResponseEntity<ProductView>> withdraw(
            Caller caller, @PathVariable UUID id, IdempotencyKey key) {
        return catalog.withdraw(caller, key, id).map(CatalogController::withVersion);
    }

    @PostMapping("/products/{id}/listing")
    Mono<ResponseEntity<ProductView>> relist(
            Caller caller, @PathVariable UUID id, IdempotencyKey key) {
        return catalog.relist(caller, key, id).map(CatalogController::withVersion);
    }

    private static ResponseEntity<ProductView> withVersion(ProductView product) {
        return ResponseEntity.ok().eTag(product.versions().etag()).body(product);
    }
}
