package org.consumptionaid.marketplace.sheets;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.consumptionaid.marketplace.catalog.ProductForm;
import org.consumptionaid.marketplace.catalog.ProductView;
import org.consumptionaid.marketplace.sheets.CheckedRow.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Holds one row against the rules of {@link ProductForm}, which are written there alone, and says
 * in words what is wrong in which cell: every column at once, one thing a column. Pure.
 */
final class RowRules {
    private final Validator validator;
    private final Categories categories;
    private final Known known;
    private final int number;
    private final Map<Column, Cell> cells;
    private final List<Wrong> wrongs = new ArrayList<>();

    private RowRules(
            Validator validator,
            Categories categories,
            Known known,
            int number,
            Map<Column, Cell> cells) {
        this.validator = validator;
        this.categories = categories;
        this.known = known;
        this.number = number;
        this.cells = cells;
    }

    static CheckedRow check(
            Validator validator,
            Categories categories,
            Known known,
            int number,
            Map<Column, Cell> cells) {
        return new RowRules(validator, categories, known, number, cells).check();
    }

    private CheckedRow check() {
        String name = named(Column.NAME);
        String category = category();
        String variety = optional(Column.VARIETY);
        String grade = optional(Column.GRADE);
        String unit = named(Column.UNIT);
        Long grams = figure(Column.NET_WEIGHT, Figures::grams);
        Long fen = figure(Column.PRICE, Figures::fen);
        Long available = figure(Column.AVAILABLE, Figures::count);
        Integer from = small(Column.SEASON_FROM, Figures::month);
        Integer to = small(Column.SEASON_TO, Figures::month);
        String description = optional(Column.DESCRIPTION);
        String packaging = optional(Column.PACKAGING);
        String storage = optional(Column.STORAGE);
        Integer shelfLife = small(Column.SHELF_LIFE, Figures::days);
        String township = optional(Column.TOWNSHIP);
        String reason = optional(Column.PRICE_REASON);
        Optional<ProductMark> mark = mark();
        if (!wrongs.isEmpty()) {
            return bad(List.of());
        }
        return compared(
                new ProductForm(
                        Objects.requireNonNull(name),
                        Objects.requireNonNull(category),
                        variety,
                        grade,
                        description,
                        packaging,
                        storage,
                        shelfLife,
                        township,
                        Objects.requireNonNull(unit),
                        Objects.requireNonNull(grams),
                        Objects.requireNonNull(fen),
                        Objects.requireNonNull(from),
                        Objects.requireNonNull(to),
                        Objects.requireNonNull(available),
                        reason.isEmpty() ? null : reason),
                mark);
    }

    private CheckedRow compared(ProductForm form, Optional<ProductMark> mark) {
        List<String> keys = new ArrayList<>(List.of(Known.key(form)));
        mark.ifPresent(found -> keys.add(found.id().toString()));
        earlier(keys.getFirst(), Column.NAME, "same-row");
        mark.ifPresent(found -> earlier(found.id().toString(), Column.ID, "id-twice"));
        ProductView like = known.like(form);
        ProductView product = mark.isPresent() ? known.product(mark.get().id()) : like;
        if (product != null && ProductForm.of(product).equals(form) && wrongs.isEmpty()) {
            return new CheckedRow(number, Outcome.SAME, keys, null, wrongs);
        }
        if (like != null && (mark.isEmpty() || !like.id().equals(mark.get().id()))) {
            wrong(Column.NAME, "same-product", yuan(like.priceFen()));
        }
        mark.ifPresent(found -> current(found, product, form));
        return wrongs.isEmpty() ? good(form, keys, mark) : bad(keys);
    }

    private CheckedRow good(ProductForm form, List<String> keys, Optional<ProductMark> mark) {
        return mark.map(found ->
                        new CheckedRow(
                                number,
                                Outcome.CHANGE,
                                keys,
                                new Draft(found.id(), found.read().text(), form),
                                wrongs))
                .orElseGet(() ->
                        new CheckedRow(
                                number, Outcome.NEW, keys, new Draft(null, null, form), wrongs));
    }

    private CheckedRow bad(List<String> keys) {
        return new CheckedRow(number, Outcome.BAD, keys, null, wrongs);
    }

    private void current(ProductMark mark, @Nullable ProductView product, ProductForm form) {
        if (product == null) {
            wrong(Column.ID, "id-unknown");
        } else if (!product.accepts(mark.read(), form)) {
            wrong(Column.ID, "id-stale");
        }
    }

    private void earlier(String key, Column column, String code) {
        Integer row = known.earlier(key, number);
        if (row != null) {
            wrong(column, code, row);
        }
    }

    private Optional<ProductMark> mark() {
        String typed = typed(Column.ID);
        if (typed.isEmpty() || isWrong(Column.ID)) {
            return Optional.empty();
        }
        Optional<ProductMark> mark = ProductMark.of(typed);
        if (mark.isEmpty()) {
            wrong(Column.ID, "id-invalid", shortened(typed));
        }
        return mark;
    }

    private @Nullable String category() {
        String typed = typed(Column.CATEGORY);
        if (typed.isEmpty()) {
            return valid(Column.CATEGORY, null);
        }
        Optional<String> code = categories.codeOf(typed);
        if (code.isEmpty() && !isWrong(Column.CATEGORY)) {
            categories
                    .nearest(typed)
                    .ifPresentOrElse(
                            near ->
                                    wrong(
                                            Column.CATEGORY,
                                            "category-nearest",
                                            shortened(typed),
                                            near),
                            () -> wrong(Column.CATEGORY, "category-unknown", shortened(typed)));
        }
        code.filter(known -> !this.known.isCertified(known))
                .ifPresent(_ -> wrong(Column.CATEGORY, "not-certified", shortened(typed)));
        return code.orElse(null);
    }

    /** A text that a number alone cannot be. */
    private @Nullable String named(Column column) {
        String typed = typed(column);
        if (!typed.isEmpty() && typed.chars().allMatch(c -> Character.isDigit(c) || c == '.')) {
            wrong(column, "only-digits", typed);
        }
        return valid(column, typed.isEmpty() ? null : typed);
    }

    private String optional(Column column) {
        return Objects.requireNonNullElse(valid(column, typed(column)), "");
    }

    private @Nullable Integer small(Column column, Function<String, Figures.Read> reading) {
        Long figure = figure(column, reading);
        return figure == null ? null : figure.intValue();
    }

    private @Nullable Long figure(Column column, Function<String, Figures.Read> reading) {
        String typed = typed(column);
        if (typed.isEmpty()) {
            return valid(column, null);
        }
        Figures.Read read = reading.apply(typed);
        if (read.code() != null) {
            wrong(
                    column,
                    read.code(),
                    read.arguments().stream().map(RowRules::shortened).toArray());
            return null;
        }
        boolean isSmall = isMonth(column) || column == Column.SHELF_LIFE;
        valid(column, isSmall ? (Object) Math.toIntExact(clamped(read.value())) : read.value());
        return read.value();
    }

    private static boolean isMonth(Column column) {
        return column == Column.SEASON_FROM || column == Column.SEASON_TO;
    }

    private static long clamped(long figure) {
        return Math.clamp(figure, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** What is in the cell; empty if that is nothing, or nothing that can be read. */
    private String typed(Column column) {
        Cell cell = cells.getOrDefault(column, Cell.EMPTY);
        String text = cell.text().strip();
        switch (cell.kind()) {
            case EMPTY, TEXT, NUMBER -> {
                if (text.indexOf(CellReader.UNREADABLE) >= 0) {
                    wrong(column, "unreadable-characters");
                }
            }
            case DATE -> wrong(column, "date", text);
            case BOOLEAN -> wrong(column, "boolean", text);
            case ERROR -> wrong(column, "formula-error", text);
            case UNCALCULATED -> wrong(column, "formula-uncalculated");
        }
        return text;
    }

    private <T> @Nullable T valid(Column column, @Nullable T value) {
        if (!isWrong(column)) {
            validator.validateValue(ProductForm.class, column.field(), value).stream()
                    .findFirst()
                    .ifPresent(violation -> violated(column, violation));
        }
        return value;
    }

    private void violated(Column column, ConstraintViolation<ProductForm> violation) {
        Object value = violation.getInvalidValue();
        Annotation rule = violation.getConstraintDescriptor().getAnnotation();
        switch (rule) {
            case Size size -> wrong(column, "too-long", String.valueOf(value).length(), size.max());
            case Min _, Max _ when isMonth(column) -> wrong(column, "month", value);
            case Max most ->
                    wrong(
                            column,
                            "too-large",
                            shortened(typed(column)),
                            shown(column, most.value()));
            case Min _ ->
                    wrong(
                            column,
                            value instanceof Number number && number.longValue() == 0
                                    ? "zero"
                                    : "negative",
                            shortened(typed(column)));
            default -> wrong(column, "missing");
        }
    }

    private static String shown(Column column, long value) {
        return switch (column) {
            case PRICE -> yuan(value);
            case NET_WEIGHT -> decimal(value, Figures.KILO_DIGITS);
            default -> Long.toString(value);
        };
    }

    private static String yuan(long fen) {
        return decimal(fen, Figures.FEN_DIGITS);
    }

    private static String decimal(long value, int digits) {
        return BigDecimal.valueOf(value, digits).stripTrailingZeros().toPlainString();
    }

    private boolean isWrong(Column column) {
        return wrongs.stream().anyMatch(wrong -> wrong.column() == column);
    }

    /** The first thing that is wrong with a cell is enough. */
    private void wrong(Column column, String code, Object... arguments) {
        if (!isWrong(column)) {
            wrongs.add(Wrong.of(column, code, arguments));
        }
    }

    private static String shortened(String typed) {
        return typed.length() <= 30 ? typed : typed.substring(0, 30) + "…";
    }
}
