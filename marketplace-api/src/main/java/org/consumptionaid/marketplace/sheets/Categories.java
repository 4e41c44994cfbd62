package org.consumptionaid.marketplace.sheets;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.consumptionaid.marketplace.catalog.Category;

/** The categories by what people call them. */
final class Categories {
    private final List<Category> all;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Categories(List<Category> all) {
        this.all = all;
        for (Category category : all) {
            codes.putIfAbsent(tidy(category.name()), category.code());
            codes.putIfAbsent(tidy(category.nameEn()), category.code());
            names.put(category.code(), category.name());
        }
        // A code is unmistakable, a name may be used twice.
        all.forEach(category -> codes.put(tidy(category.code()), category.code()));
    }

    List<String> names() {
        return all.stream().map(Category::name).distinct().toList();
    }

    /** The name that leads back to the category; its code if another one has that name too. */
    String nameOf(String code) {
        String name = names.getOrDefault(code, code);
        return code.equals(codes.get(tidy(name))) ? name : code;
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
