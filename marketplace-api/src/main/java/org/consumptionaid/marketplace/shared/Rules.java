package org.consumptionaid.marketplace.shared;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The dated figures of the field: thresholds, due days, tolerances. They are changed as data, never
 * in code.
 */
@Service
public class Rules {
    private static final String ALL =
            """
            SELECT code, jurisdiction, valid_from, valid_to, value FROM rule LIMIT 10000
            """;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final DatabaseClient database;
    private final AsyncCache<String, List<Rule>> cache =
            Caffeine.newBuilder().maximumSize(1).expireAfterWrite(KEPT).buildAsync();

    Rules(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The national figure of a rule at a moment, in the unit its row names.
     *
     * @throws IllegalStateException if none is in force then: the rules table is incomplete
     */
    public Mono<Long> inForce(String code, Instant at) {
        return Mono.fromFuture(() -> cache.get("all", (_, _) -> load().toFuture()))
                .map(rules ->
                        rules.stream()
                                .filter(rule -> rule.applies(code, at))
                                .findFirst()
                                .orElseThrow(() ->
                                        new IllegalStateException(
                                                "no rule " + code + " in force at " + at))
                                .value());
    }

    private Mono<List<Rule>> load() {
        return database.sql(ALL).mapProperties(Rule.class).all().collectList();
    }
}
