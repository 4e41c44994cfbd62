package org.consumptionaid.localstack;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The embedded Elasticsearch. */
final class ElasticsearchServer implements Server {

    private static final String NAME = "elasticsearch";

    private final RunningChildren children;
    private final LocalElasticsearch.Settings settings;
    private final CompletableFuture<String> death = new CompletableFuture<>();
    private @Nullable LocalElasticsearch node;
    private boolean closed;

    ElasticsearchServer(DataFolder folder, int port, Consumer<String> lines) {
        this.children = folder.children();
        this.settings =
                new LocalElasticsearch.Settings(
                        LocalElasticsearch.home(),
                        folder.of(NAME),
                        port,
                        JavaProgram.ELASTICSEARCH.options(),
                        folder.log(NAME),
                        lines,
                        null);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String address() {
        return url(settings.port());
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void start() {
        LocalElasticsearch launched = launch();
        if (launched != null) {
            launched.awaitReady();
            var _ = launched.process().death().thenAccept(death::complete);
        }
    }

    private synchronized @Nullable LocalElasticsearch launch() {
        if (closed) {
            return null;
        }
        node = LocalElasticsearch.launch(settings);
        children.add(NAME, node.process().handle());
        return node;
    }

    @Override
    public CompletableFuture<String> death() {
        return death;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (node != null) {
            node.close();
        }
    }
}
