package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.catalog.Catalog;
import org.consumptionaid.marketplace.catalog.ProductForm;
import org.consumptionaid.marketplace.catalog.ProductView;
import org.consumptionaid.marketplace.catalog.Wanted;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.CartView;
import org.consumptionaid.marketplace.ordering.Carts;
import org.consumptionaid.marketplace.ordering.Deliveries;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.ordering.PlaceOrders;
import org.consumptionaid.marketplace.ordering.PurchaseView;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Transactions;
import org.springframework.context.annotation.Lazy;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The real use cases of a sale and of its certificates, without HTTP around them. */
@Component
@Lazy
class UseCases {
    private static final String WOULD_BE_FOUND =
            """
            SELECT EXISTS (
                SELECT FROM jsonb_array_elements(COALESCE(NULLIF(document::jsonb -> 'certified', 'null'), '[]')) r
                WHERE (r ->> 'gte')::timestamptz <= :now AND (r ->> 'lt')::timestamptz > :now) AS found
            FROM catalog_document WHERE id = :id
            """;

    private final Applications applications;
    private final Catalog catalog;
    private final Carts carts;
    private final Ordering ordering;
    private final Deliveries deliveries;
    private final Transactions transactions;
    private final DatabaseClient database;
    private final JsonMapper json;

    UseCases(
            Applications applications,
            Catalog catalog,
            Carts carts,
            Ordering ordering,
            Deliveries deliveries,
            Transactions transactions,
            DatabaseClient database,
            JsonMapper json) {
        this.applications = applications;
        this.catalog = catalog;
        this.carts = carts;
        this.ordering = ordering;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.database = database;
        this.json = json;
    }

    Mono<CertificateFile> apply(Caller caller, IdempotencyKey key, CertificateForm form) {
        return applications.apply(caller, key, form);
    }

    Mono<CertificateFile> resubmit(
            Caller caller, IdempotencyKey key, UUID id, CertificateForm form) {
        return applications.resubmit(caller, key, id, form);
    }

    Mono<CertificateFile> decide(
            Caller caller, IdempotencyKey key, UUID id, CertificateAction action) {
        return applications.decide(caller, key, id, action, "理由");
    }

    Mono<ProductView> product(UUID id) {
        return catalog.product(id);
    }

    Mono<ProductView> list(Caller caller, IdempotencyKey key, String category) {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 1_000_000);
        form.put("category", category);
        return catalog.list(caller, key, json.convertValue(form, ProductForm.class));
    }

    Mono<ProductView> edit(Caller caller, UUID id, ProductView read) {
        return catalog.edit(caller, id, read.versions(), ProductForm.of(read));
    }

    Mono<ProductView> withdraw(Caller caller, IdempotencyKey key, UUID id) {
        return catalog.withdraw(caller, key, id);
    }

    Mono<ProductView> relist(Caller caller, IdempotencyKey key, UUID id) {
        return catalog.relist(caller, key, id);
    }

    Mono<CartView> put(Caller caller, Wanted wanted, Locale locale) {
        return carts.put(caller, wanted, locale);
    }

    Mono<PurchaseView> place(Caller caller, IdempotencyKey key, List<UUID> products) {
        List<Map<String, Object>> lines =
                products.stream().map(id -> Market.line(id.toString(), 1)).toList();
        return ordering.place(
                caller, key, json.convertValue(Map.of("lines", lines), PlaceOrders.class));
    }

    Mono<OrderView> confirm(Caller caller, IdempotencyKey key, UUID id) {
        return ordering.confirm(caller, key, id);
    }

    Mono<OrderView> ship(Caller caller, UUID id) {
        return transactions
                .run(deliveries.ship(caller, id, "", List.of()))
                .then(ordering.order(caller, id));
    }

    Mono<UUID> supplierOf(UUID orderId) {
        return database.sql("SELECT supplier_id FROM purchase_order WHERE id = :id")
                .bind("id", orderId)
                .mapValue(UUID.class)
                .one();
    }

    /** Whether search, asking at a moment, finds the product by its document's periods. */
    Mono<Boolean> wouldBeFound(UUID productId, Instant now) {
        return database.sql(WOULD_BE_FOUND)
                .bind("now", now)
                .bind("id", productId)
                .mapValue(Boolean.class)
                .one();
    }
}
