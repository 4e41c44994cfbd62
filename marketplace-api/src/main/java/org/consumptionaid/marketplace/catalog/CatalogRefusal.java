package org.consumptionaid.marketplace.catalog;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a product cannot be listed, edited or taken from stock. */
public sealed interface CatalogRefusal extends Refusal {
    record UnknownCategory(String code) implements CatalogRefusal {}

    /** The organisation already lists the same name, variety, grade and package. */
    record SameProductListed() implements CatalogRefusal {}

    /** The organisation's county is not one of the 832. */
    record CountyNotListed() implements CatalogRefusal {}

    /** There is no such product on sale. */
    record NotOnSale(String name) implements CatalogRefusal {}

    /** Fewer packages are left than were asked for. */
    record InsufficientStock(String name, String unit, long available) implements CatalogRefusal {}

    record UnknownProvince(String name) implements CatalogRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case UnknownCategory(String code) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-category", code)
                            .at("category");
            case SameProductListed() ->
                    Problem.of(HttpStatus.CONFLICT, "same-product-listed").at("name");
            case CountyNotListed() -> Problem.of(HttpStatus.CONFLICT, "county-not-listed");
            case NotOnSale(String name) -> Problem.of(HttpStatus.CONFLICT, "not-on-sale", name);
            case UnknownProvince(String name) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-province", name)
                            .at("provinces");
            case InsufficientStock(String name, String unit, long available) ->
                    Problem.of(HttpStatus.CONFLICT, "insufficient-stock", name, available, unit)
                            .with("available", available);
        };
    }
}
