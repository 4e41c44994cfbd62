package org.consumptionaid.marketplace.benefit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How fen are divided: every one of them, always the same way. */
final class BenefitRules {
    static final int WHOLE = 10_000;

    private BenefitRules() {}

    /**
     * Divides by weights with the largest-remainder rule: everyone gets the whole fen of their
     * share, those with the largest remainders one more; equal remainders go to whoever stands
     * first, so the lists come in the order of ids.
     *
     * @param weights not negative, and not all 0
     */
    static List<Long> divide(long fen, List<Long> weights) {
        BigInteger sum =
                weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        List<BigInteger[]> shares =
                weights.stream()
                        .map(weight ->
                                BigInteger.valueOf(fen)
                                        .multiply(BigInteger.valueOf(weight))
                                        .divideAndRemainder(sum))
                        .toList();
        List<Long> parts =
                new ArrayList<>(shares.stream().map(share -> share[0].longValueExact()).toList());
        long left = fen - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1]).reversed())
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return List.copyOf(parts);
    }

    /**
     * What each claim gets of a pool: all it has open if the pool is enough for everybody, its
     * share by what it has open if not. What is left of the pool has no evidence behind it.
     */
    static List<Long> allot(long pool, List<Long> open) {
        long wanted = open.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        return wanted <= pool ? List.copyOf(open) : divide(pool, open);
    }
}
