package org.consumptionaid.marketplace.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.consumptionaid.marketplace.catalog.Category;
import org.jspecify.annotations.Nullable;

/**
 * How much of the tree of categories a search shows: the top, and below each chosen category and
 * those above it what belongs to them. So the counts of the top add up to what was found, and the
 * siblings of a choice stay.
 */
final class CategoryTree {
    private final Map<String, String> parents = new HashMap<>();

    CategoryTree(List<Category> categories) {
        for (Category category : categories) {
            if (category.parent() != null) {
                parents.put(category.code(), category.parent());
            }
        }
    }

    /** None at the top, and for what is no category. */
    @Nullable String parent(String code) {
        return parents.get(code);
    }

    /** Each category before what belongs to it, siblings as they are counted. */
    SequencedMap<String, Long> opened(Map<String, Long> counts, Collection<String> chosen) {
        Set<String> open = new HashSet<>();
        chosen.forEach(code -> open(code, open));
        Map<String, Long> all = new LinkedHashMap<>(counts);
        open.forEach(code -> all.putIfAbsent(code, 0L));
        SequencedMap<String, Long> opened = new LinkedHashMap<>();
        open(null, all, open, opened);
        return opened;
    }

    private void open(String code, Set<String> open) {
        for (String at = code; at != null; at = parents.get(at)) {
            open.add(at);
        }
    }

    private void open(
            @Nullable String parent,
            Map<String, Long> all,
            Set<String> open,
            Map<String, Long> opened) {
        List<String> children = new ArrayList<>();
        for (String code : all.keySet()) {
            if (Objects.equals(parent, parents.get(code))) {
                children.add(code);
            }
        }
        for (String code : children) {
            opened.put(code, all.get(code));
            if (open.contains(code)) {
                open(code, all, open, opened);
            }
        }
    }
}
