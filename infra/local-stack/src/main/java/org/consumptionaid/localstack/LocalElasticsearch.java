package org.consumptionaid.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A real Elasticsearch node in a process of its own, on the loopback interface.
 *
 * <p>The node is the one that the module elasticsearch-node assembles in its {@code target/node};
 * the system property {@value #HOME_PROPERTY} names another folder.
 */
public final class LocalElasticsearch implements AutoCloseable {

    /** System property: the folder that holds the node's {@code lib/} and {@code modules/}. */
    public static final String HOME_PROPERTY = "localstack.elasticsearch.home";

    static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final String MAIN_CLASS = "org.consumptionaid.elasticsearch.ElasticsearchNode";
    private static final String HEALTH = "/_cluster/health?wait_for_status=yellow&timeout=2s";

    private final Settings settings;
    private ChildProcess process;

    private LocalElasticsearch(Settings settings) {
        this.settings = settings;
        this.process = settings.spawn();
    }

    /**
     * How a node is run.
     *
     * @param home folder of the node's {@code lib/} and {@code modules/}
     * @param data folder of the indexes
     * @param port HTTP port
     * @param javaOptions heap and other options of its virtual machine
     * @param log file of its output
     * @param lines hears each line of its output
     * @param temporary folder removed when the node is closed
     */
    record Settings(
            Path home,
            Path data,
            int port,
            List<String> javaOptions,
            Path log,
            Consumer<String> lines,
            @Nullable Path temporary) {

        ChildProcess spawn() {
            return ChildProcess.start("elasticsearch", command(), log, lines);
        }

        private Command command() {
            List<String> options = new ArrayList<>(javaOptions);
            options.add("--enable-native-access=ALL-UNNAMED");
            options.add("--add-modules=jdk.incubator.vector");
            return Command.java(
                    options,
                    List.of(
                            "-cp",
                            home.resolve("lib") + "/*",
                            MAIN_CLASS,
                            "--data",
                            data.toString(),
                            "--port",
                            Integer.toString(port)));
        }
    }

    /**
     * Starts a node with the heap that tests need and waits until it answers.
     *
     * @param data folder of the indexes, or null for a temporary one
     * @param port HTTP port, or 0 for a free one
     * @throws StartFailure with the end of its log when it does not start
     */
    public static LocalElasticsearch start(@Nullable Path data, int port) {
        return start(data, port, JavaProgram.ELASTICSEARCH_IN_TESTS.options());
    }

    /**
     * As {@link #start(Path, int)}, with a heap of one's own and every compiler: for benchmarks.
     */
    public static LocalElasticsearch start(@Nullable Path data, int port, int heapMegabytes) {
        String heap = heapMegabytes + "m";
        return start(data, port, List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseSerialGC"));
    }

    private static LocalElasticsearch start(
            @Nullable Path data, int port, List<String> javaOptions) {
        boolean keeps = data != null;
        Path folder =
                data == null ? Folders.temporary("local-elasticsearch") : Folders.create(data);
        Settings settings =
                new Settings(
                        home(),
                        folder,
                        Ports.orFree(port),
                        javaOptions,
                        folder.resolve("elasticsearch.log"),
                        _ -> {},
                        keeps ? null : folder);
        LocalElasticsearch node = start(settings);
        AtExit.close(node);
        return node;
    }

    private static LocalElasticsearch start(Settings settings) {
        LocalElasticsearch node = launch(settings);
        try {
            node.awaitReady();
            return node;
        } catch (StartFailure failed) {
            node.close();
            throw failed;
        }
    }

    /** Starts the process without waiting for it. */
    static LocalElasticsearch launch(Settings settings) {
        return new LocalElasticsearch(settings);
    }

    void awaitReady() {
        try {
            process.awaitHealthy(new HealthCheck(URI.create(url() + HEALTH)), START_TIMEOUT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while Elasticsearch was starting", interrupted);
        }
    }

    static Path home() {
        String named = System.getProperty(HOME_PROPERTY);
        Path home = named == null ? assembled() : Path.of(named);
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new StartFailure(
                    "There is no Elasticsearch in %s; build the module elasticsearch-node first."
                            .formatted(home));
        }
        return home.toAbsolutePath();
    }

    private static Path assembled() {
        return RepositoryRoot.find().resolve("infra/local-stack/elasticsearch-node/target/node");
    }

    public String url() {
        return "http://127.0.0.1:" + settings.port();
    }

    public int port() {
        return settings.port();
    }

    ChildProcess process() {
        return process;
    }

    /** Ends the node as a power cut would; what it had acknowledged is kept. */
    public void kill() {
        try {
            process.kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the node take connections and answer none, as one does that hangs. */
    public void suspend() {
        signal("STOP");
    }

    /** Ends {@link #suspend()}. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        String pid = Long.toString(process.handle().pid());
        try {
            new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the node when it runs, then starts it on the same port and data. */
    public void restart() {
        process.stop(STOP_TIMEOUT);
        process = settings.spawn();
        awaitReady();
    }

    @Override
    public void close() {
        process.stop(STOP_TIMEOUT);
        if (settings.temporary() != null) {
            Folders.delete(settings.temporary());
        }
    }
}
