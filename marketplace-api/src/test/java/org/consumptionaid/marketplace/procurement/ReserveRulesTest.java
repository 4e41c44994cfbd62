package org.consumptionaid.marketplace.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consumptionaid.marketplace.ledger.NewPosting;
import org.consumptionaid.marketplace.ordering.OrderState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReserveRulesTest {
    private static final UUID UNIT = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void reservesTheShareOfTheBudget() {
        assertThat(reserved(Canteen.OWN, null, 123_456_789, 1_000)).isEqualTo(12_345_679);
        assertThat(reserved(Canteen.NONE, null, 0, 0)).as("files all the same").isZero();
        assertThat(reserved(Canteen.SHARED, "市政府机关事务局", 0, 0)).isZero();
        assertThat(reserved(Canteen.OUTSOURCED, "某餐饮公司", 1_000, 1_500)).isEqualTo(150);
    }

    @Test
    void refusesWhatCannotBe() {
        refuses("share-too-low", () -> reserved(Canteen.OWN, null, 1, 999));
        refuses("partner-missing", () -> reserved(Canteen.SHARED, " ", 0, 0));
        refuses("budget-of-no-canteen", () -> reserved(Canteen.NONE, null, 1, 1_000));
        refuses("budget-of-no-canteen", () -> reserved(Canteen.SHARED, "甲", 1, 1_000));
    }

    @Test
    void isNotLoweredBelowWhatIsSpentButMayBeRaisedTowardsIt() {
        FilingForm lower = form(Canteen.OWN, null, 1_000, 1_000);

        refuses("filed-below-spent", () -> ReserveRules.reserved(lower, 1_000, 200, 150).fen());
        assertThat(ReserveRules.reserved(lower, 1_000, 200, 100).fen()).isEqualTo(100);
        assertThat(ReserveRules.reserved(lower, 1_000, 50, 150).fen()).isEqualTo(100);
    }

    /**
     * Whatever an order goes through, in whatever units: every entry balances, and the sum is where
     * it is.
     */
    @Property
    void followsAnOrderThroughAnyLife(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 9_999) Long> amounts,
            @ForAll @Size(20) List<OrderState> states,
            @ForAll @Size(20) List<Boolean> moves) {
        Map<String, Long> accounts = new HashMap<>();
        Position at = new Position(UNIT, 2026, 3, Stage.NONE, 0);
        for (int i = 0; i < amounts.size(); i++) {
            Position next = at.at(Stage.of(states.get(i)), amounts.get(i));
            next = moves.get(i) ? next.of(next.unitId().equals(UNIT) ? OTHER : UNIT) : next;
            List<NewPosting> postings = ReserveRules.move(at, next);
            assertThat(postings.stream().mapToLong(NewPosting::amountFen).sum()).isZero();
            postings.forEach(one -> accounts.merge(one.account(), one.amountFen(), Long::sum));
            at = next;
        }

        accounts.values().removeIf(fen -> fen == 0);
        Map<String, Long> expected = new HashMap<>();
        if (at.fen() > 0) {
            expected.put(at.account(at.stage()), at.fen());
            expected.put(at.account(Stage.NONE), -at.fen());
        }
        assertThat(accounts).isEqualTo(expected);
    }

    @Test
    void projectsByLastYearsSeasonsIfItKnowsThem() {
        List<Long> even = Collections.nCopies(12, 100L);
        List<Long> year = new ArrayList<>(Collections.nCopies(12, 0L));
        year.set(0, 50L);
        year.set(1, 50L);
        List<Long> winter = new ArrayList<>(Collections.nCopies(12, 0L));
        winter.set(0, 400L);
        winter.set(11, 600L);

        assertThat(ReserveRules.projected(year, even, 0, 3, 0)).as("2 of 12 months").isEqualTo(600);
        assertThat(ReserveRules.projected(year, winter, 8, 3, 0))
                .as("40 % of the year's weight is over")
                .isEqualTo(250);
        assertThat(ReserveRules.projected(year, winter, 7, 3, 0))
                .as("seven orders say nothing")
                .isEqualTo(600);
        List<Long> late = new ArrayList<>(Collections.nCopies(12, 0L));
        late.set(0, 1L);
        late.set(11, 10_000_000_000_000L);
        assertThat(ReserveRules.projected(year, late, 100, 3, 0))
                .as("a ten-billionth of last year says nothing")
                .isEqualTo(600);
        assertThat(ReserveRules.projected(year, even, 9, 12, 10_000))
                .as("at the end of the year it is what it is")
                .isEqualTo(100);
    }

    private static long reserved(
            Canteen canteen, @Nullable String partner, long budget, int share) {
        return ReserveRules.reserved(form(canteen, partner, budget, share), 1_000, 0, 0).fen();
    }

    private static FilingForm form(
            Canteen canteen, @Nullable String partner, long budget, int share) {
        return new FilingForm(2026, canteen, partner, budget, share);
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessage(code);
    }
}
