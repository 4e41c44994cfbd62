package org.consumptionaid.marketplace.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.consumptionaid.marketplace.pricing.ListPrice;
import org.consumptionaid.marketplace.pricing.Priced;
import org.jspecify.annotations.Nullable;

/**
 * What a cooperative says of a product. Its county is the cooperative's.
 *
 * @param unit the package it is sold in, such as 箱
 * @param packaging what the package is made of, such as 网袋
 * @param storage how to keep it, such as 0–4 °C 冷藏
 * @param shelfLifeDays how long it keeps like that
 * @param township of its county, where it comes from
 * @param netWeightGrams of one package, 1 g to 1 t
 * @param priceFen of one package, up to a million yuan
 * @param available packages that can be ordered
 * @param priceReason why the price lies above the ceiling, if it does; kept with the price
 */
public record ProductForm(
        @NotBlank @Size(max = 60) String name,
        @NotBlank @Size(max = 20) String category,
        @Nullable @Size(max = 40) String variety,
        @Nullable @Size(max = 20) String grade,
        @Nullable @Size(max = 2000) String description,
        @Nullable @Size(max = 40) String packaging,
        @Nullable @Size(max = 100) String storage,
        @Nullable @Min(1) @Max(3650) Integer shelfLifeDays,
        @Nullable @Size(max = 40) String township,
        @NotBlank @Size(max = 8) String unit,
        @NotNull @Min(1) @Max(1_000_000) Long netWeightGrams,
        @NotNull @Min(1) @Max(100_000_000) Long priceFen,
        @NotNull @Min(1) @Max(12) Integer seasonFrom,
        @NotNull @Min(1) @Max(12) Integer seasonTo,
        @NotNull @Min(0) @Max(1_000_000_000) Long available,
        @Nullable @Size(max = 200) String priceReason) {

    /** What a form would have to say for the product to stay as it is. */
    public static ProductForm of(ProductView product) {
        return new ProductForm(
                product.name(),
                product.category(),
                product.variety(),
                product.grade(),
                product.description(),
                product.packaging(),
                product.storage(),
                product.shelfLifeDays(),
                product.township(),
                product.unit(),
                product.netWeightGrams(),
                product.priceFen(),
                product.seasonFrom(),
                product.seasonTo(),
                product.available(),
                null);
    }

    /** The same without surrounding blanks and with empty texts for missing ones. */
    ProductForm tidied() {
        return new ProductForm(
                name.strip(),
                category.strip(),
                tidy(variety),
                tidy(grade),
                tidy(description),
                tidy(packaging),
                tidy(storage),
                shelfLifeDays,
                tidy(township),
                unit.strip(),
                netWeightGrams,
                priceFen,
                seasonFrom,
                seasonTo,
                available,
                tidy(priceReason));
    }

    /** What its price is compared by. */
    public Priced priced() {
        return new Priced(
                name, category, Objects.requireNonNullElse(grade, ""), price().fenPerKg());
    }

    ListPrice price() {
        return new ListPrice(priceFen, netWeightGrams);
    }

    private static String tidy(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
