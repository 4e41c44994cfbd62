package org.consumptionaid.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs one Elasticsearch node until its standard input closes.
 *
 * <p>The parent holds the other end of that pipe. However the parent ends, by {@code kill -9} too,
 * the system closes the pipe and the node stops; nobody has to remember its process id.
 */
public final class ElasticsearchNode {

    private static final long CLOSE_TIMEOUT_SECONDS = 10;

    private ElasticsearchNode() {}

    public static void main(String[] arguments) throws Exception {
        NodeOptions options = NodeOptions.parse(arguments);
        LogConfigurator.configureESLogging();
        Path home = home();
        Node node = new Node(environment(home, options), modules(home));
        Thread close = new Thread(() -> close(node), "close-node");
        Runtime.getRuntime().addShutdownHook(close);
        start(node);
        awaitEnd(System.in);
        System.exit(0);
    }

    /** The folder that holds lib/ and modules/; this class comes from a jar in its lib/. */
    private static Path home() throws URISyntaxException {
        Path jar =
                Path.of(
                        ElasticsearchNode.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        Path lib = jar.getParent();
        Path home = lib == null ? null : lib.getParent();
        if (home == null || !Files.isDirectory(home.resolve("modules"))) {
            throw new IllegalStateException(
                    "There is no modules/ beside the folder of "
                            + jar
                            + "; run the assembled node.");
        }
        return home;
    }

    private static Environment environment(Path home, NodeOptions options) throws IOException {
        Path config = Files.createDirectories(options.data().resolve("config"));
        Settings settings =
                Settings.builder()
                        .put("path.home", home)
                        .put("path.data", Files.createDirectories(options.data().resolve("data")))
                        .put("path.logs", Files.createDirectories(options.data().resolve("logs")))
                        .put("cluster.name", "local-stack")
                        .put("node.name", "local")
                        .put("discovery.type", "single-node")
                        // The serial collector leaves garbage until the heap is full: counted as
                        // used, it would make an idle node refuse everything from then on.
                        .put("indices.breaker.total.use_real_memory", false)
                        .put("network.host", "127.0.0.1")
                        .put("http.type", "netty4")
                        .put("http.port", options.port())
                        .put("transport.type", "netty4")
                        .put("transport.port", 0)
                        // A developer's disk is often fuller than a server's may be.
                        .put("cluster.routing.allocation.disk.threshold_enabled", false)
                        .build();
        return new Environment(settings, config);
    }

    private static PluginsLoader modules(Path home) {
        return PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(home.resolve("modules"), false),
                Set.of(),
                Map.of(),
                false);
    }

    private static void start(Node node) {
        try {
            node.start();
        } catch (NodeValidationException refused) {
            throw new IllegalStateException("Elasticsearch refuses to start", refused);
        }
    }

    private static void awaitEnd(InputStream input) throws IOException {
        input.transferTo(OutputStream.nullOutputStream());
    }

    private static void close(Node node) {
        try {
            node.prepareForClose();
            node.close();
            node.awaitClose(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (IOException failed) {
            throw new IllegalStateException("Elasticsearch did not close", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
