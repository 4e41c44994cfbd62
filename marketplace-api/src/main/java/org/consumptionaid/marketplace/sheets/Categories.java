package org.consumptionaid.marketplace.sheets;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.consumptionaid.marketplace.catalog.Category;

/**
 * The categories by what people call them: a name, a name below another one ({@code 薯类/马铃薯}) or a
 * code.
 */
final class Categories {
    private static final String BELOW = "/";

    private final List<Category> all;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    Categories(List<Category> all) {
        this.all = all;
        for (Category category : all) {
            String above = category.parent() == null ? null : labels.get(category.parent());
            String label = above == null ? category.name() : above + BELOW + category.name();
            codes.putIfAbsent(tidy(label), category.code());
            codes.putIfAbsent(tidy(category.name()), category.code());
            codes.putIfAbsent(tidy(category.nameEn()), category.code());
            labels.put(category.code(), label);
        }
        // A code is unmistakable, a name may be used twice.
        all.forEach(category -> codes.put(tidy(category.code()), category.code()));
    }

    /** What a list offers: parents before their children. */
    List<String> names() {
        return all.stream().map(category -> nameOf(category.code())).toList();
    }

    /** The name that leads back to the category; its code if another one has that name too. */
    String nameOf(String code) {
        String label = labels.getOrDefault(code, code);
        return code.equals(codes.get(tidy(label))) ? label : code;
    }

    Optional<String> codeOf(String typed) {
        return Optional.ofNullable(codes.get(tidy(typed)));
    }

    /** The name that has most characters in common, if any has one. */
    Optional<String> nearest(String typed) {
        String wanted = tidy(typed);
        return all.stream()
                .map(Category::name)
                .filter(name -> common(name, wanted) > 0)
                .max(
                        Comparator.comparingInt((String name) -> common(name, wanted))
                                .thenComparingInt(name -> -name.length()));
    }

    private static int common(String name, String wanted) {
        return (int) name.chars().filter(c -> wanted.indexOf(c) >= 0).count();
    }

    private static String tidy(String name) {
        return name.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
