package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.junit.jupiter.api.Test;

class GoodsRulesTest {
    /** No package comes home that did not leave, and each gram that does is one or the other. */
    @Property
    void takesHomeAtMostWhatLeftAndWasNotAccepted(
            @ForAll @LongRange(min = 1, max = 9) long unitGrams,
            @ForAll @LongRange(min = 1, max = 50) long shipped,
            @ForAll @LongRange(min = 0, max = 450) long accepted,
            @ForAll @LongRange(min = 0, max = 1_000) long weighed,
            @ForAll @LongRange(min = 0, max = 60) long fit) {
        Assume.that(accepted <= shipped * unitGrams && weighed >= accepted);
        Goods left = goods(unitGrams, shipped);
        Goods weighedGoods =
                left.plus(
                        GoodsRules.weigh(
                                left,
                                1,
                                List.of(new WeighedLine(1, accepted, weighed, "坏")),
                                10_000));
        long most = Math.min(weighed, shipped * unitGrams) - accepted;
        List<RestockedLine> said = List.of(new RestockedLine(1, fit));
        if (most == 0 || fit * unitGrams > most) {
            assertThatThrownBy(() -> GoodsRules.restock(weighedGoods, 1, said, ""))
                    .isInstanceOf(RefusedException.class);
            return;
        }
        List<LineWeight> home = GoodsRules.restock(weighedGoods, 1, said, "");

        assertThat(home.stream().mapToLong(LineWeight::grams).sum()).isLessThanOrEqualTo(most);
        assertThat(home.stream().mapToLong(LineWeight::packages).sum()).isEqualTo(fit);
        assertThatThrownBy(() -> GoodsRules.restock(weighedGoods.plus(home), 1, said, ""))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void wantsEveryRefusedLineOnce() {
        Goods left = goods(10, 2);
        Goods weighed =
                left.plus(GoodsRules.weigh(left, 1, List.of(new WeighedLine(1, 0)), 10_000));
        RestockedLine one = new RestockedLine(1, 1L);

        assertThatThrownBy(() -> GoodsRules.restock(weighed, 1, List.of(one, one), ""))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(
                        () -> GoodsRules.restock(weighed, 1, List.of(new RestockedLine(2, 1L)), ""))
                .isInstanceOf(RefusedException.class);
        assertThat(GoodsRules.restock(weighed, 1, List.of(one), "")).hasSize(2);
    }

    private static Goods goods(long unitGrams, long shipped) {
        OrderLineView line =
                new OrderLineView(
                        1,
                        UUID.randomUUID(),
                        "洋芋",
                        "potato",
                        "530602",
                        "昭阳区",
                        "",
                        "箱",
                        unitGrams,
                        1,
                        null,
                        shipped,
                        shipped * unitGrams,
                        shipped,
                        null,
                        null,
                        "");
        Goods none = new Goods(List.of(line), List.of());
        return none.plus(GoodsRules.pack(none, List.of()));
    }

    @Test
    void needsAReasonOnlyBelowTheTolerance() {
        assertThat(GoodsRules.isOutside(10_000, 9_500, 500)).isFalse();
        assertThat(GoodsRules.isOutside(10_000, 9_499, 500)).isTrue();
        assertThat(GoodsRules.isOutside(10_000, 10_000, 0)).isFalse();
        assertThat(GoodsRules.isOutside(1, 0, 500)).isTrue();
    }
}
