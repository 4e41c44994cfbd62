package org.consumptionaid.console.listing;

import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.market.Product;
import org.consumptionaid.console.market.ProductDraft;
import org.jspecify.annotations.Nullable;

/** A product as it is typed: the weight in kilograms, the price in yuan. */
record ProductForm(
        @Nullable String name,
        @Nullable String category,
        @Nullable String variety,
        @Nullable String grade,
        @Nullable String description,
        @Nullable String packaging,
        @Nullable String storage,
        @Nullable String shelfLifeDays,
        @Nullable String township,
        @Nullable String unit,
        @Nullable String netWeightKg,
        @Nullable String priceYuan,
        @Nullable Integer seasonFrom,
        @Nullable Integer seasonTo,
        @Nullable String available,
        @Nullable String priceReason) {

    static final ProductForm EMPTY =
            new ProductForm(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null);

    static ProductForm of(Product product, Formats format) {
        return new ProductForm(
                product.name(),
                product.category(),
                product.variety(),
                product.grade(),
                product.description(),
                product.packaging(),
                product.storage(),
                product.shelfLifeDays() == null ? null : product.shelfLifeDays().toString(),
                product.township(),
                product.unit(),
                format.kilograms(product.netWeightGrams()),
                format.yuan(product.priceFen()),
                product.seasonFrom(),
                product.seasonTo(),
                String.valueOf(product.available()),
                null);
    }

    /** {@link Amounts.Unreadable} for the first figure that is none. */
    ProductDraft draft() {
        return new ProductDraft(
                plain(name),
                plain(category),
                plain(variety),
                plain(grade),
                plain(description),
                plain(packaging),
                plain(storage),
                daysOrNone(),
                plain(township),
                plain(unit),
                Amounts.grams("netWeightGrams", netWeightKg),
                Amounts.fen("priceFen", priceYuan),
                seasonFrom,
                seasonTo,
                Amounts.whole("available", available),
                plain(priceReason));
    }

    private @Nullable Long daysOrNone() {
        return plain(shelfLifeDays).isEmpty()
                ? null
                : (Long) Amounts.whole("shelfLifeDays", shelfLifeDays);
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
