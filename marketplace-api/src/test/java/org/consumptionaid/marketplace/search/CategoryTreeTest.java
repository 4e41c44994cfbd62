package org.consumptionaid.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consumptionaid.marketplace.catalog.Category;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CategoryTreeTest {
    private final CategoryTree tree =
            new CategoryTree(
                    List.of(
                            category("tea", null),
                            category("fruit", null),
                            category("citrus", "fruit"),
                            category("apple", "fruit"),
                            category("orange", "citrus")));

    @Test
    void showsOnlyTheTopWhileNothingIsChosen() {
        assertThat(opened().keySet()).containsExactly("fruit", "tea");
    }

    @Test
    void opensWhatIsChosenBelowItsParent() {
        assertThat(opened("fruit").keySet()).containsExactly("fruit", "apple", "citrus", "tea");
    }

    @Test
    void keepsTheSiblingsOfAChoiceAtEveryLevel() {
        assertThat(opened("orange").keySet())
                .containsExactly("fruit", "apple", "citrus", "orange", "tea");
        assertThat(opened("orange")).containsEntry("citrus", 2L).containsEntry("fruit", 9L);
    }

    @Test
    void showsAChoiceWithoutProductsInItsPlaceAndAnUnknownOneAtTheTop() {
        Map<String, Long> opened = tree.opened(Map.of("tea", 1L), List.of("apple", "weapons"));

        assertThat(opened).containsOnlyKeys("tea", "fruit", "apple", "weapons");
        assertThat(opened).containsEntry("apple", 0L).containsEntry("fruit", 0L);
        assertThat(List.copyOf(opened.keySet())).containsSubsequence("fruit", "apple");
    }

    private Map<String, Long> opened(String... chosen) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("fruit", 9L);
        counts.put("apple", 5L);
        counts.put("citrus", 2L);
        counts.put("orange", 2L);
        counts.put("tea", 1L);
        return tree.opened(counts, List.of(chosen));
    }

    private static Category category(String code, @Nullable String parent) {
        return new Category(code, parent, code, code, null);
    }
}
