package org.consumptionaid.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** From a change's commit until a search shows it, while 200 changes a second commit. */
final class FreshnessMeasure {
    private static final int CHANGES_PER_SECOND = 200;
    private static final int CHANGES_PER_BELL = CHANGES_PER_SECOND / 10;
    private static final int SAMPLED_EVERY = 10;
    private static final int PRODUCTS = 20_000;
    private static final Duration BELL = Duration.ofMillis(100);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration CHANGING = Duration.ofSeconds(20);
    private static final Duration LAST_LIMIT = Duration.ofSeconds(30);
    private static final double P99_SECONDS = 2;
    private static final double NANOS_PER_SECOND = 1e9;

    private final DatabaseAddress database;
    private final Elastic elastic;
    private final Map<UUID, Awaited> awaited = new ConcurrentHashMap<>();

    FreshnessMeasure(DatabaseAddress database, Elastic elastic) {
        this.database = database;
        this.elastic = elastic;
    }

    /** A committed change that no search has shown yet. */
    private record Awaited(long version, long committedNanos) {}

    List<Result> run(int runs, long seed) throws SQLException {
        List<Double> medians = new ArrayList<>();
        List<Double> highest = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            List<Double> seconds = new ArrayList<>();
            rates.add(once(seed + run, seconds));
            seconds.sort(Double::compare);
            medians.add(seconds.get(seconds.size() / 2));
            highest.add(seconds.get((int) Math.ceil(seconds.size() * 0.99) - 1));
        }
        return List.of(
                Result.atLeast(
                        "freshness: changes",
                        Result.median(rates),
                        CHANGES_PER_SECOND * 0.99,
                        "1/s"),
                Result.atMost("freshness: p50", medians, P99_SECONDS, "s"),
                Result.atMost("freshness: p99", highest, P99_SECONDS, "s"));
    }

    /** How many changes a second there were; how late each sample was seen goes into the list. */
    private double once(long seed, List<Double> seconds) throws SQLException {
        try (ExecutorService changer = Executors.newSingleThreadExecutor();
                Changes changes = new Changes(database, PRODUCTS, new Random(seed))) {
            Future<Double> rate = changer.submit((Callable<Double>) () -> change(changes));
            while (!rate.isDone()) {
                look(seconds);
            }
            long end = System.nanoTime() + LAST_LIMIT.toNanos();
            while (!awaited.isEmpty() && System.nanoTime() < end) {
                look(seconds);
            }
            if (!awaited.isEmpty()) {
                throw new IllegalStateException(awaited.size() + " changes were never seen");
            }
            return rate.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private double change(Changes changes) throws SQLException {
        long begin = System.nanoTime();
        int made = 0;
        for (long bell = begin; bell < begin + CHANGING.toNanos(); bell += BELL.toNanos()) {
            for (int i = 0; i < CHANGES_PER_BELL; i++) {
                UUID product = changes.commit(1).getFirst();
                long committed = System.nanoTime();
                if (made++ % SAMPLED_EVERY == 0) {
                    awaited.putIfAbsent(product, new Awaited(changes.version(product), committed));
                }
            }
            changes.ring();
            long left = bell + BELL.toNanos() - System.nanoTime();
            if (left > 0) {
                Pause.of(Duration.ofNanos(left));
            }
        }
        return made * NANOS_PER_SECOND / (System.nanoTime() - begin);
    }

    private void look(List<Double> seconds) {
        Pause.of(LOOK_EVERY);
        List<UUID> ids = List.copyOf(awaited.keySet());
        if (ids.isEmpty()) {
            return;
        }
        String body =
                "{\"version\":true,\"_source\":false,\"size\":%d,\"query\":{\"ids\":{\"values\":[%s]}}}"
                        .formatted(
                                ids.size(),
                                ids.stream()
                                        .map(id -> "\"" + id + "\"")
                                        .collect(Collectors.joining(",")));
        JsonNode hits = elastic.send("POST", "/catalog/_search", body).at("/hits/hits");
        long now = System.nanoTime();
        for (JsonNode hit : hits) {
            UUID id = UUID.fromString(hit.get("_id").asString());
            Awaited change = awaited.get(id);
            if (change != null && hit.get("_version").asLong() >= change.version()) {
                awaited.remove(id);
                seconds.add((now - change.committedNanos()) / NANOS_PER_SECOND);
            }
        }
    }
}
