package org.consumptionaid.load;

import java.util.Arrays;
import java.util.Random;

/** Draws ranks as people repeat things: the n-th most popular one n times less often (s = 1). */
final class Zipf {
    private final double[] cumulated;

    Zipf(int ranks) {
        cumulated = new double[ranks];
        double sum = 0;
        for (int i = 0; i < ranks; i++) {
            sum += 1.0 / (i + 1);
            cumulated[i] = sum;
        }
    }

    /** The most popular is 0. */
    int draw(Random random) {
        double at = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, at);
        return found >= 0 ? found : Math.min(-found - 1, cumulated.length - 1);
    }

    /** So many draws. */
    int[] draws(int count, Random random) {
        return random.ints(count, 0, 1).map(_ -> draw(random)).toArray();
    }
}
