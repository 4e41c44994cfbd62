package org.consumptionaid.marketplace.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.consumptionaid.marketplace.identity.IdentityRefusal.TooManyAttempts;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: failed attempts per name and per address. Kept in each instance; behind
 * several instances a guesser has that many times the attempts, which at these numbers changes
 * nothing.
 */
@Component
class SignInThrottle {
    static final int FAILURES_PER_NAME = 8;
    static final int FAILURES_PER_ADDRESS = 60;
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int MOST_REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> names = buckets(FAILURES_PER_NAME);
    private final LoadingCache<String, Bucket> addresses = buckets(FAILURES_PER_ADDRESS);

    /** Takes an attempt before the password is looked at, or refuses: {@link TooManyAttempts}. */
    void take(String username, String address) {
        takeOne(names.get(username));
        takeOne(addresses.get(address));
    }

    /** Gives the attempt back: the password was right. */
    void giveBack(String username, String address) {
        names.get(username).addTokens(1);
        addresses.get(address).addTokens(1);
    }

    private static void takeOne(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw new TooManyAttempts(seconds).asException();
        }
    }

    private static LoadingCache<String, Bucket> buckets(int failures) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(WINDOW)
                .build(_ ->
                        Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity(failures).refillGreedy(failures, WINDOW))
                                .build());
    }
}
