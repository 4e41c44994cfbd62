package org.consumptionaid.marketplace.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consumptionaid.marketplace.catalog.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTest {
    private final Categories categories =
            new Categories(
                    List.of(
                            new Category("tuber", null, "薯类", "Tubers", null),
                            new Category("tuber-potato", "tuber", "马铃薯", "Potatoes", null),
                            new Category("spice", null, "调味品", "Spices", null),
                            new Category("spice-garlic", "spice", "大蒜", "Garlic", null),
                            new Category("vegetable", null, "蔬菜", "Vegetables", null),
                            new Category("vegetable-garlic", "vegetable", "大蒜", "Garlic", null)));

    @Test
    void offersEachCategoryBelowTheOneItBelongsTo() {
        assertThat(categories.names())
                .containsExactly("薯类", "薯类/马铃薯", "调味品", "调味品/大蒜", "蔬菜", "蔬菜/大蒜");
    }

    @ParameterizedTest
    @ValueSource(strings = {"马铃薯", "薯类/马铃薯", " 薯类 / 马铃薯 ", "Potatoes", "tuber-potato"})
    void knowsACategoryByEachOfItsNames(String typed) {
        assertThat(categories.codeOf(typed)).contains("tuber-potato");
    }

    @Test
    void whatIsExportedLeadsBackAlsoIfTwoHaveOneName() {
        assertThat(categories.codeOf(categories.nameOf("spice-garlic"))).contains("spice-garlic");
        assertThat(categories.codeOf(categories.nameOf("vegetable-garlic")))
                .contains("vegetable-garlic");
        assertThat(categories.nearest("薯")).contains("薯类");
    }
}
