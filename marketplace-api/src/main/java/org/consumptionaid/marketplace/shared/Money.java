package org.consumptionaid.marketplace.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An amount of renminbi in fen, 0 or more. */
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public Money {
        if (fen < 0) {
            throw new IllegalArgumentException("negative amount: " + fen + " fen");
        }
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException if {@code other} is more
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(fen, count));
    }

    /** {@code part / whole} of this amount, rounded half up to the fen. */
    public Money share(long part, long whole) {
        BigDecimal product =
                new BigDecimal(BigInteger.valueOf(fen).multiply(BigInteger.valueOf(part)));
        return new Money(
                product.divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }
}
