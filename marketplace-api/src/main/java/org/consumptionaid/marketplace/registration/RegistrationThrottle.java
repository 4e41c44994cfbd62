package org.consumptionaid.marketplace.registration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.consumptionaid.marketplace.registration.RegistrationRefusal.TooManyRegistrations;
import org.springframework.stereotype.Component;

/** Keeps one address from filling the operator's list: anybody may register without signing in. */
@Component
class RegistrationThrottle {
    static final int REGISTRATIONS_PER_ADDRESS = 60;
    static final Duration WINDOW = Duration.ofHours(1);

    private static final int MOST_REMEMBERED = 10_000;

    private final LoadingCache<String, Bucket> addresses =
            Caffeine.newBuilder()
                    .maximumSize(MOST_REMEMBERED)
                    .expireAfterAccess(WINDOW)
                    .build(_ -> bucket());

    /** Refuses: {@link TooManyRegistrations}. */
    void take(String address) {
        ConsumptionProbe probe = addresses.get(address).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw new TooManyRegistrations(seconds).asException();
        }
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(REGISTRATIONS_PER_ADDRESS)
                                .refillGreedy(REGISTRATIONS_PER_ADDRESS, WINDOW))
                .build();
    }
}
