package org.consumptionaid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consumptionaid.localstack.LocalApplication;
import org.consumptionaid.localstack.LocalApplication.Program;
import org.consumptionaid.localstack.LocalPostgres;

/**
 * PostgreSQL that flushes every commit, and the API on it, each a process of its own. No
 * Elasticsearch: placing an order does without.
 */
final class OrderStack implements AutoCloseable {
    static final String TOKEN_SECRET = "only-for-measuring-".repeat(3);

    private static final String NOBODY = "http://127.0.0.1:9";
    private static final String DATABASE = "marketplace";
    private static final int API_HEAP_MEGABYTES = 512;

    private final Path folder = temporary();

    /** In a folder it keeps, and so with fsync. */
    private final LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), 0);

    private final LocalApplication api;

    /** Starts both; the database is migrated and empty. */
    OrderStack() {
        postgres.createDatabase(DATABASE);
        api = LocalApplication.launch(program());
        api.awaitReady();
    }

    DatabaseAddress database() {
        return DatabaseAddress.of(postgres.url(DATABASE));
    }

    LocalPostgres postgres() {
        return postgres;
    }

    LocalApplication api() {
        return api;
    }

    @Override
    public void close() {
        api.close();
        postgres.close();
        delete(folder);
    }

    private Program program() {
        List<String> arguments =
                List.of("-jar", LocalApplication.jar("marketplace-api").toString());
        Map<String, String> variables =
                Map.of(
                        "DATABASE_URL",
                        postgres.url(DATABASE),
                        "ELASTICSEARCH_URL",
                        NOBODY,
                        "MARKETPLACE_TOKEN_SECRET",
                        TOKEN_SECRET,
                        "MARKETPLACE_DATA_KEYS",
                        "measuring:" + "5".repeat(64),
                        "STRIPE_API_KEY",
                        "sk_test_standin",
                        "STRIPE_API_BASE",
                        NOBODY,
                        "STRIPE_WEBHOOK_SECRET",
                        "whsec_standin");
        return new Program("api", arguments, API_HEAP_MEGABYTES, variables, folder);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("bench-orders");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
