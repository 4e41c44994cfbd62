package org.consumptionaid.marketplace.identity;

import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Argon2id with 19 MiB, two passes and one lane (OWASP's minimum); off the event loop, a few at a
 * time.
 */
@Component
public class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 4;
    private static final int MOST_WAITING = 200;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Scheduler scheduler =
            Schedulers.newBoundedElastic(AT_ONCE, MOST_WAITING, "passwords", 60, true);
    private final String nobodysHash = encode("nobody's password");

    /** Blocks for some 50 ms. */
    public final String encode(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("no password");
        }
        return hash;
    }

    /** {@link #encode} off the event loop. */
    public Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encode(password)).subscribeOn(scheduler);
    }

    /**
     * False without a hash, but as slowly: an unknown name must not answer faster than a wrong
     * password.
     */
    Mono<Boolean> matches(String password, Optional<String> hash) {
        return Mono.fromCallable(() ->
                        encoder.matches(password, hash.orElse(nobodysHash)) && hash.isPresent())
                .subscribeOn(scheduler);
    }
}
