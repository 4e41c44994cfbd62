package org.consumptionaid.marketplace.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a thing once per person and key. The key is written first, in the transaction of the work
 * itself: the second of two simultaneous equal requests waits on the primary key until the first
 * has committed, then gets its answer; if the first is refused nothing stays and the second one
 * does the work.
 */
@Service
public class Idempotency {
    static final Duration KEPT = Duration.ofHours(24);

    private final IdempotencyStore store;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(IdempotencyStore store, Transactions transactions, JsonMapper json, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The answer of {@code work}, now or when it was first done, in one transaction.
     *
     * @param input everything the answer depends on, the operation's name included
     * @throws RefusedException {@link SharedRefusal.IdempotencyKeyReused}
     */
    public <T> Mono<T> once(
            UUID personId,
            IdempotencyKey key,
            Object input,
            Class<T> answerType,
            Supplier<Mono<T>> work) {
        String hash = hash(input);
        return transactions.run(
                store.claim(personId, key, hash, clock.instant())
                        .flatMap(isNew ->
                                isNew
                                        ? Mono.defer(work)
                                                .flatMap(answer -> remember(personId, key, answer))
                                        : recall(personId, key, hash, answerType)));
    }

    /** By which an input is known again. */
    public String hash(Object input) {
        return sha256(json.writeValueAsString(input));
    }

    @Scheduled(fixedDelayString = "PT1H")
    Mono<Void> forgetOldKeys() {
        return Mono.defer(() -> store.deleteOlderThan(clock.instant().minus(KEPT)));
    }

    private <T> Mono<T> remember(UUID personId, IdempotencyKey key, T answer) {
        return store.answer(personId, key, json.writeValueAsString(answer)).thenReturn(answer);
    }

    private <T> Mono<T> recall(
            UUID personId, IdempotencyKey key, String hash, Class<T> answerType) {
        return store.find(personId, key)
                .flatMap(kept ->
                        kept.inputHash().equals(hash)
                                ? Mono.just(json.readValue(kept.answer(), answerType))
                                : new SharedRefusal.IdempotencyKeyReused().asError());
    }

    private static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
