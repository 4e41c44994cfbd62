package org.consumptionaid.localstack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consumptionaid.localstack.ApplicationServer.Application;
import org.consumptionaid.localstack.LaunchSettings.Ports;

/**
 * Which servers are run, what each waits for, and what it is told.
 *
 * <p>A server named by {@code DATABASE_URL}, {@code ELASTICSEARCH_URL} or {@code STRIPE_API_KEY}
 * takes the place of the embedded one.
 */
final class StackPlan {

    private static final String DATABASE = "DATABASE_URL";
    private static final String SEARCH = "ELASTICSEARCH_URL";
    private static final String STRIPE_KEY = "STRIPE_API_KEY";
    private static final String STRIPE_BASE = "STRIPE_API_BASE";
    private static final String STRIPE_SECRET = "STRIPE_WEBHOOK_SECRET";
    private static final String DATA_KEYS = "MARKETPLACE_DATA_KEYS";
    private static final String TOKEN_SECRET = "MARKETPLACE_TOKEN_SECRET";
    private static final String STAND_IN_KEY = "sk_test_standin";
    private static final String WEBHOOK_PATH = "/payments/stripe/webhook";

    private final LaunchSettings settings;
    private final DataFolder folder;
    private final Terminal terminal;

    StackPlan(LaunchSettings settings, DataFolder folder, Terminal terminal) {
        this.settings = settings;
        this.folder = folder;
        this.terminal = terminal;
    }

    /** A server and the names of those that must be ready before it starts. */
    record Step(Server server, Set<String> after) {}

    /** A port that will be used, and the option that changes it. */
    record UsedPort(String server, int port, String option) {}

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Ports ports = settings.ports();
        if (embeds(DATABASE)) {
            steps.add(new Step(new PostgresServer(folder, ports.postgres()), Set.of()));
        }
        if (embeds(SEARCH)) {
            steps.add(new Step(elasticsearch(ports.elasticsearch()), Set.of()));
        }
        if (embeds(STRIPE_KEY)) {
            steps.add(new Step(stripe(ports.stripe()), Set.of()));
        }
        steps.add(new Step(api(), Set.of("postgres", "stripe")));
        steps.add(new Step(console(), Set.of("postgres")));
        // The indexer reads a view that the API's migrations create.
        steps.add(new Step(indexer(), Set.of("api", "elasticsearch")));
        return steps;
    }

    List<UsedPort> usedPorts() {
        Ports ports = settings.ports();
        List<UsedPort> used = new ArrayList<>();
        if (embeds(DATABASE)) {
            used.add(new UsedPort("postgres", ports.postgres(), "--postgres-port"));
        }
        if (embeds(SEARCH)) {
            used.add(new UsedPort("elasticsearch", ports.elasticsearch(), "--elasticsearch-port"));
        }
        if (embeds(STRIPE_KEY)) {
            used.add(new UsedPort("stripe", ports.stripe(), "--stripe-port"));
        }
        used.add(new UsedPort("api", ports.api(), "--api-port"));
        used.add(new UsedPort("indexer", ports.indexer(), "--indexer-port"));
        used.add(new UsedPort("console", ports.console(), "--console-port"));
        return used;
    }

    /** One sentence for each server that is not embedded. */
    List<String> foreignServers() {
        return List.of(DATABASE, SEARCH, STRIPE_KEY).stream()
                .filter(variable -> !embeds(variable))
                .map(variable -> variable + " is set: that server is used, none is embedded.")
                .toList();
    }

    private boolean embeds(String variable) {
        return settings.own(variable).isEmpty();
    }

    private ElasticsearchServer elasticsearch(int port) {
        return new ElasticsearchServer(folder, port, terminal.warningsOf("elasticsearch"));
    }

    private StripeServer stripe(int port) {
        return new StripeServer(
                folder, port, "http://127.0.0.1:" + settings.ports().api() + WEBHOOK_PATH);
    }

    private ApplicationServer api() {
        Map<String, String> environment = new HashMap<>(databaseAndSearch());
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        environment.put(
                "MARKETPLACE_CONSOLE_URL", "http://localhost:" + settings.ports().console());
        environment.put(
                "MARKETPLACE_OPEN_DATA_URL", "http://localhost:" + settings.ports().console());
        environment.put("MARKETPLACE_FILES_FOLDER", folder.of("files").toString());
        environment.put(
                TOKEN_SECRET, settings.own(TOKEN_SECRET).orElseGet(() -> folder.secret("token")));
        environment.put(
                DATA_KEYS,
                settings.own(DATA_KEYS).orElseGet(() -> "local:" + folder.secret("data")));
        if (embeds(STRIPE_KEY)) {
            environment.put(STRIPE_KEY, STAND_IN_KEY);
            environment.put(STRIPE_BASE, StripeServer.url(settings.ports().stripe()));
            environment.put(STRIPE_SECRET, folder.secret("stripe-webhook"));
        }
        return run(
                new Application(
                        "api",
                        JavaProgram.API,
                        settings.jars().api(),
                        settings.ports().api(),
                        environment,
                        Set.of(STRIPE_BASE)));
    }

    private ApplicationServer indexer() {
        return run(
                new Application(
                        "indexer",
                        JavaProgram.INDEXER,
                        settings.jars().indexer(),
                        settings.ports().indexer(),
                        databaseAndSearch(),
                        Set.of()));
    }

    private ApplicationServer console() {
        String api = "http://127.0.0.1:" + settings.ports().api();
        Map<String, String> environment =
                Map.of("SPRING_PROFILES_ACTIVE", "demo", "MARKETPLACE_API_URL", api);
        return run(
                new Application(
                        "console",
                        JavaProgram.CONSOLE,
                        settings.jars().console(),
                        settings.ports().console(),
                        environment,
                        Set.of()));
    }

    private Map<String, String> databaseAndSearch() {
        Ports ports = settings.ports();
        return Map.of(
                DATABASE,
                settings.own(DATABASE).orElseGet(() -> PostgresServer.url(ports.postgres())),
                SEARCH,
                settings.own(SEARCH)
                        .orElseGet(() -> ElasticsearchServer.url(ports.elasticsearch())));
    }

    private ApplicationServer run(Application application) {
        return new ApplicationServer(application, folder, terminal.warningsOf(application.name()));
    }
}
