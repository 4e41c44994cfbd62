package org.consumptionaid.console.shop;

import java.math.BigDecimal;
import java.util.Map;
import org.consumptionaid.console.market.Product;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A product as schema.org describes one, for search engines; a data block, which no browser runs.
 */
@Component
class ProductJsonLd {

    private final JsonMapper json;

    ProductJsonLd(JsonMapper json) {
        this.json = json;
    }

    /** With every {@code <} escaped, so that no text can end the block. */
    String of(Product product) {
        return json.writeValueAsString(
                        Map.of(
                                "@context", "https://schema.org",
                                "@type", "Product",
                                "name", product.name(),
                                "sku", product.id(),
                                "category", product.categoryName(),
                                "countryOfOrigin", "CN",
                                "weight", weight(product),
                                "offers", offer(product)))
                .replace("<", "\\u003c");
    }

    private static Map<String, Object> weight(Product product) {
        return Map.of(
                "@type", "QuantitativeValue",
                "unitCode", "GRM",
                "value", product.netWeightGrams());
    }

    private static Map<String, Object> offer(Product product) {
        return Map.of(
                "@type",
                "Offer",
                "price",
                BigDecimal.valueOf(product.priceFen(), 2),
                "priceCurrency",
                "CNY",
                "availability",
                "https://schema.org/" + (product.available() > 0 ? "InStock" : "OutOfStock"),
                "seller",
                Map.of("@type", "Organization", "name", product.organisationName()));
    }
}
