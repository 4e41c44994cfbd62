package org.consumptionaid.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command line. */
final class LaunchOptions {

    @Option(
            names = "--console-port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "web pages (${DEFAULT-VALUE})")
    private int consolePort;

    @Option(
            names = "--api-port",
            paramLabel = "N",
            defaultValue = "8081",
            description = "API (${DEFAULT-VALUE})")
    private int apiPort;

    @Option(
            names = "--indexer-port",
            paramLabel = "N",
            defaultValue = "8082",
            description = "indexer (${DEFAULT-VALUE})")
    private int indexerPort;

    @Option(
            names = "--postgres-port",
            paramLabel = "N",
            defaultValue = "15432",
            description = "PostgreSQL (${DEFAULT-VALUE})")
    private int postgresPort;

    @Option(
            names = "--elasticsearch-port",
            paramLabel = "N",
            defaultValue = "19200",
            description = "Elasticsearch (${DEFAULT-VALUE})")
    private int elasticsearchPort;

    @Option(
            names = "--stripe-port",
            paramLabel = "N",
            defaultValue = "12111",
            description = "stand-in for Stripe (${DEFAULT-VALUE})")
    private int stripePort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder of all that is kept (infra/.data)")
    private @Nullable Path data;

    @Option(names = "--fresh", description = "begin with an empty folder")
    private boolean fresh;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this help")
    @SuppressWarnings("unused") // picocli answers it
    private boolean help;

    @Option(names = "--api-jar", hidden = true)
    private @Nullable Path apiJar;

    @Option(names = "--indexer-jar", hidden = true)
    private @Nullable Path indexerJar;

    @Option(names = "--console-jar", hidden = true)
    private @Nullable Path consoleJar;

    /**
     * What was asked for, with the defaults of this repository.
     *
     * @throws StartFailure when an application has not been built
     */
    LaunchSettings settings() {
        return new LaunchSettings(
                data == null ? RepositoryRoot.find().resolve("infra/.data") : data,
                fresh,
                new LaunchSettings.Ports(
                        postgresPort,
                        elasticsearchPort,
                        stripePort,
                        apiPort,
                        indexerPort,
                        consolePort),
                new LaunchSettings.Jars(
                        jar(apiJar, "marketplace-api"),
                        jar(indexerJar, "catalog-indexer"),
                        jar(consoleJar, "admin-console")),
                System.getenv());
    }

    private static Path jar(@Nullable Path named, String module) {
        Path jar =
                named == null
                        ? RepositoryRoot.find()
                                .resolve(module)
                                .resolve("target")
                                .resolve(module + "-exec.jar")
                        : named;
        if (!Files.exists(jar)) {
            throw new StartFailure(
                    jar + " is missing; start with infra/run, which builds what is missing.");
        }
        return jar;
    }
}
