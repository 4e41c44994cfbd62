package org.consumptionaid.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One Spring application of the marketplace, run from its executable jar. */
final class ApplicationServer implements Server {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(150);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final String HEALTH = "/actuator/health";

    private final Application application;
    private final DataFolder folder;
    private final Consumer<String> lines;
    private final CompletableFuture<String> death = new CompletableFuture<>();
    private @Nullable ChildProcess process;
    private boolean closed;

    /**
     * What is run and how.
     *
     * @param environment variables it is given
     * @param unset variables of the launcher that it shall not see
     */
    record Application(
            String name,
            JavaProgram program,
            Path jar,
            int port,
            Map<String, String> environment,
            Set<String> unset) {

        Command command() {
            Map<String, String> variables = new HashMap<>(environment);
            variables.put("SERVER_ADDRESS", "127.0.0.1");
            variables.put("SERVER_PORT", Integer.toString(port));
            variables.put("MARKETPLACE_EXIT_WITH_STDIN", "true");
            return Command.java(program.options(), List.of("-jar", jar.toString()))
                    .with(variables)
                    .without(unset);
        }
    }

    ApplicationServer(Application application, DataFolder folder, Consumer<String> lines) {
        this.application = application;
        this.folder = folder;
        this.lines = lines;
    }

    @Override
    public String name() {
        return application.name();
    }

    @Override
    public String address() {
        return url(application.port());
    }

    static String url(int port) {
        return "http://localhost:" + port;
    }

    @Override
    public void start() throws InterruptedException {
        ChildProcess launched = launch();
        if (launched != null) {
            URI health = URI.create("http://127.0.0.1:" + application.port() + HEALTH);
            launched.awaitHealthy(new HealthCheck(health), START_TIMEOUT);
            var _ = launched.death().thenAccept(death::complete);
        }
    }

    private synchronized @Nullable ChildProcess launch() {
        if (closed) {
            return null;
        }
        process = ChildProcess.start(name(), application.command(), folder.log(name()), lines);
        folder.children().add(name(), process.handle());
        return process;
    }

    @Override
    public CompletableFuture<String> death() {
        return death;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            process.stop(STOP_TIMEOUT);
        }
    }
}
