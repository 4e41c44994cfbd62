package org.consumptionaid.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Property
    void isNeverNegative(@ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long fen) {
        assertThatThrownBy(() -> new Money(fen)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void takesAwayWhatWasAdded(
            @ForAll @LongRange(max = Long.MAX_VALUE / 2) long one,
            @ForAll @LongRange(max = Long.MAX_VALUE / 2) long other) {
        assertThat(new Money(one).plus(new Money(other)).minus(new Money(other)))
                .isEqualTo(new Money(one));
    }

    @Property
    void isRightOrRefusesAndNeverWrapsAround(
            @ForAll @LongRange(min = 0) long fen, @ForAll @LongRange(min = 0) long count) {
        BigInteger exact = BigInteger.valueOf(fen).multiply(BigInteger.valueOf(count));
        if (exact.bitLength() < Long.SIZE) {
            assertThat(new Money(fen).times(count).fen()).isEqualTo(exact.longValueExact());
        } else {
            assertThatThrownBy(() -> new Money(fen).times(count))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    /** Half up: twice the error is at most the whole, and a tie goes up. */
    @Property
    void sharesToTheNearestFenAndATieGoesUp(
            @ForAll @LongRange(min = 0) long fen,
            @ForAll @LongRange(min = 1) long whole,
            @ForAll @LongRange(min = 0) long some) {
        long part = some % whole;
        BigInteger exact = BigInteger.valueOf(fen).multiply(BigInteger.valueOf(part));
        BigInteger share = BigInteger.valueOf(new Money(fen).share(part, whole).fen());

        BigInteger twiceTheError =
                share.multiply(BigInteger.valueOf(whole)).subtract(exact).shiftLeft(1);
        assertThat(twiceTheError)
                .isGreaterThan(BigInteger.valueOf(whole).negate())
                .isLessThanOrEqualTo(BigInteger.valueOf(whole));
    }

    @Property
    void sharesAllForAllAndNothingForNothing(
            @ForAll @LongRange(min = 0) long fen, @ForAll @LongRange(min = 1) long whole) {
        assertThat(new Money(fen).share(whole, whole).fen()).isEqualTo(fen);
        assertThat(new Money(fen).share(0, whole)).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesASumThatNoLongCanHold() {
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesToTakeAwayMoreThanThereIs() {
        assertThatThrownBy(() -> new Money(1).minus(new Money(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
