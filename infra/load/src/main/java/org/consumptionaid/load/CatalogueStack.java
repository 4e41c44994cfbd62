package org.consumptionaid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consumptionaid.localstack.LocalApplication;
import org.consumptionaid.localstack.LocalApplication.Program;
import org.consumptionaid.localstack.LocalElasticsearch;
import org.consumptionaid.localstack.LocalPostgres;

/**
 * Servers and applications for measuring, each a process of its own with every compiler, on a
 * database that was migrated and filled, in temporary folders that go when it is closed.
 */
final class CatalogueStack implements AutoCloseable {
    private static final String DATABASE = "marketplace";
    private static final int INDEXER_HEAP_MEGABYTES = 512;
    private static final int API_HEAP_MEGABYTES = 512;

    private final Path logs = temporary();
    private final LocalPostgres postgres = LocalPostgres.start(null, 0);
    private final LocalElasticsearch elasticsearch;
    private final List<LocalApplication> applications = new ArrayList<>();

    private CatalogueStack(int elasticsearchHeapMegabytes) {
        this.elasticsearch = LocalElasticsearch.start(null, 0, elasticsearchHeapMegabytes);
    }

    /** Starts the servers and fills the database; no application runs yet. */
    static CatalogueStack filled(int elasticsearchHeapMegabytes, CatalogueSize size)
            throws SQLException {
        CatalogueStack stack = new CatalogueStack(elasticsearchHeapMegabytes);
        try {
            stack.postgres.createDatabase(DATABASE);
            stack.migrate();
            CatalogueLoad.into(stack.database()).write(size);
            return stack;
        } catch (SQLException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    DatabaseAddress database() {
        return DatabaseAddress.of(postgres.url(DATABASE));
    }

    LocalElasticsearch elasticsearch() {
        return elasticsearch;
    }

    /** The API's class path may be given more, such as a response that never changes. */
    LocalApplication startApi(String elasticsearchUrl, Path... more) {
        String jars = Stream.of(more).map(Path::toString).reduce((a, b) -> a + "," + b).orElse("");
        List<String> arguments =
                List.of(
                        "-Dloader.path=" + jars,
                        "-cp",
                        LocalApplication.jar("marketplace-api").toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher");
        return start(
                new Program("api", arguments, API_HEAP_MEGABYTES, api(elasticsearchUrl), logs));
    }

    LocalApplication startIndexer() {
        String jar = LocalApplication.jar("catalog-indexer").toString();
        Map<String, String> variables = servers(elasticsearch.url());
        List<String> arguments = List.of("-XX:+ExitOnOutOfMemoryError", "-jar", jar);
        return start(new Program("indexer", arguments, INDEXER_HEAP_MEGABYTES, variables, logs));
    }

    @Override
    public void close() {
        applications.reversed().forEach(LocalApplication::close);
        elasticsearch.close();
        postgres.close();
        delete(logs);
    }

    private void migrate() {
        LocalApplication api = startApi(elasticsearch.url());
        api.close();
        applications.remove(api);
    }

    private LocalApplication start(Program program) {
        LocalApplication application = LocalApplication.launch(program);
        applications.add(application);
        application.awaitReady();
        return application;
    }

    private Map<String, String> api(String elasticsearchUrl) {
        Map<String, String> variables = new HashMap<>(servers(elasticsearchUrl));
        variables.put("MARKETPLACE_TOKEN_SECRET", "only-for-measuring-".repeat(3));
        variables.put("MARKETPLACE_DATA_KEYS", "measuring:" + "5".repeat(64));
        variables.put("STRIPE_API_KEY", "sk_test_standin");
        variables.put("STRIPE_API_BASE", "http://127.0.0.1:9");
        variables.put("STRIPE_WEBHOOK_SECRET", "whsec_standin");
        return variables;
    }

    private Map<String, String> servers(String elasticsearchUrl) {
        return Map.of(
                "DATABASE_URL", postgres.url(DATABASE), "ELASTICSEARCH_URL", elasticsearchUrl);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("bench-catalogue");
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
