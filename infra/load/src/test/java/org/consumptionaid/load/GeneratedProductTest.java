package org.consumptionaid.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.consumptionaid.load.Supplier.County;
import org.consumptionaid.marketplace.catalog.Readings;
import org.consumptionaid.marketplace.identity.CreditCode;
import org.junit.jupiter.api.Test;

class GeneratedProductTest {
    private static final County HUINING = new County("620422", "会宁县");

    @Test
    void theSameSeedMakesTheSameProducts() {
        assertThat(products(1)).isEqualTo(products(1)).isNotEqualTo(products(2));
    }

    @Test
    void isReadAsTheApiReadsIt() {
        assertThat(products(1))
                .allSatisfy(product ->
                        assertThat(product.pinyin())
                                .isEqualTo(Readings.of(product.name(), product.variety())));
    }

    @Test
    void staysWithinWhatTheTablesAllow() {
        assertThat(products(3))
                .allSatisfy(product -> {
                    assertThat(product.name()).startsWith("会宁").hasSizeBetween(4, 60);
                    assertThat(product.priceFen()).isBetween(1L, 100_000_000L);
                    assertThat(product.grams()).isBetween(1L, 1_000_000L);
                    assertThat(product.seasonFrom()).isBetween(1, 12);
                    assertThat(product.seasonTo()).isBetween(1, 12);
                });
    }

    @Test
    void numbersRiseAndCreditCodesAreValid() {
        assertThat(products(1).stream().map(product -> product.id().toString()))
                .isSorted()
                .allMatch(id -> id.charAt(14) == '7');
        assertThat(CreditCode.isValid(supplier(new Random(1)).creditCode())).isTrue();
    }

    @Test
    void knowsEnoughProduceThatNoSupplierHasTheSameTwice() {
        assertThat(Produce.all())
                .hasSizeGreaterThan(CatalogueSize.PRODUCTS_PER_SUPPLIER_MAX)
                .extracting(Produce::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void sharesTheProductsOutWithoutARest() {
        CatalogueSize size = new CatalogueSize(7, 100, 1);

        assertThat(size.firstProductOf(0)).isZero();
        assertThat(size.firstProductOf(7)).isEqualTo(100);
    }

    private static List<GeneratedProduct> products(long seed) {
        Random random = new Random(seed);
        Supplier supplier = supplier(random);
        GeneratedIds ids = new GeneratedIds(random);
        Stream<Produce> produce = Produce.all().stream();
        return produce.map(one -> GeneratedProduct.of(supplier, one, ids, random)).toList();
    }

    private static Supplier supplier(Random random) {
        return Supplier.of(42, HUINING, new GeneratedIds(random), random);
    }
}
