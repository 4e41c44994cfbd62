package org.consumptionaid.marketplace.sheets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.catalog.ProductForm;
import org.consumptionaid.marketplace.catalog.ProductView;
import org.jspecify.annotations.Nullable;

/** The columns of a sheet of products, in their order: of the template, of reading, of export. */
enum Column {
    NAME("name", true, 24),
    CATEGORY("category", true, 16),
    VARIETY("variety", false, 14),
    GRADE("grade", false, 10),
    UNIT("unit", true, 10),
    NET_WEIGHT("netWeightGrams", true, 14),
    PRICE("priceFen", true, 14),
    AVAILABLE("available", true, 12),
    SEASON_FROM("seasonFrom", true, 12),
    SEASON_TO("seasonTo", true, 12),
    DESCRIPTION("description", false, 40),
    /** Which product, and what it was when it was exported. Empty: a new one. */
    ID("id", false, 20),
    PRICE_REASON("priceReason", false, 30),
    // Behind the id, so that every older column stays where files and scripts know it.
    PACKAGING("packaging", false, 14),
    STORAGE("storage", false, 24),
    SHELF_LIFE("shelfLifeDays", false, 12),
    TOWNSHIP("township", false, 14);

    private static final List<Column> IN_ORDER = List.of(values());

    private final String field;
    private final boolean required;
    private final int width;

    Column(String field, boolean required, int width) {
        this.field = field;
        this.required = required;
        this.width = width;
    }

    /** Its name in {@link ProductForm}, and the last part of the key of its title. */
    String field() {
        return field;
    }

    boolean required() {
        return required;
    }

    /** In characters. */
    int width() {
        return width;
    }

    /** Where it stands in a sheet of ours, from 0. */
    int position() {
        return IN_ORDER.indexOf(this);
    }

    static List<Column> allRequired() {
        return Stream.of(values()).filter(Column::required).toList();
    }

    /** A text or a number. */
    Object of(ProductView product, Categories categories) {
        ProductForm form = ProductForm.of(product);
        return switch (this) {
            case NAME -> form.name();
            case CATEGORY -> categories.nameOf(form.category());
            case VARIETY -> text(form.variety());
            case GRADE -> text(form.grade());
            case UNIT -> form.unit();
            case NET_WEIGHT -> BigDecimal.valueOf(form.netWeightGrams(), Figures.KILO_DIGITS);
            case PRICE -> BigDecimal.valueOf(form.priceFen(), Figures.FEN_DIGITS);
            case AVAILABLE -> form.available();
            case SEASON_FROM -> form.seasonFrom();
            case SEASON_TO -> form.seasonTo();
            case DESCRIPTION -> text(form.description());
            case PACKAGING -> text(form.packaging());
            case STORAGE -> text(form.storage());
            case SHELF_LIFE -> form.shelfLifeDays() == null ? "" : form.shelfLifeDays();
            case TOWNSHIP -> text(form.township());
            case PRICE_REASON -> "";
            case ID -> new ProductMark(product.id(), product.versions()).text();
        };
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
