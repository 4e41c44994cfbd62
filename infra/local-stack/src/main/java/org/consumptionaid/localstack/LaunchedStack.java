package org.consumptionaid.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The whole marketplace, started by {@code infra/run} as a process of its own, on free ports and in
 * a folder of its own: what the whole-stack tests and the benchmarks look at from outside.
 */
public final class LaunchedStack implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final String READY = "Ready in";

    private final Process launcher;
    private final int apiPort;
    private final int consolePort;
    private final int postgresPort;
    private final Instant begin = Instant.now();
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final List<ProcessHandle> family = new ArrayList<>();

    private LaunchedStack(Process launcher, int apiPort, int consolePort, int postgresPort) {
        this.launcher = launcher;
        this.apiPort = apiPort;
        this.consolePort = consolePort;
        this.postgresPort = postgresPort;
    }

    /** Starts it and returns at once. */
    public static LaunchedStack launch(Path data) {
        int apiPort = Ports.free();
        int consolePort = Ports.free();
        int postgresPort = Ports.free();
        List<String> command =
                List.of(
                        RepositoryRoot.find().resolve("infra/run").toString(),
                        "--data=" + data,
                        "--postgres-port=" + postgresPort,
                        "--elasticsearch-port=" + Ports.free(),
                        "--stripe-port=" + Ports.free(),
                        "--indexer-port=" + Ports.free(),
                        "--api-port=" + apiPort,
                        "--console-port=" + consolePort);
        try {
            Process launcher = new ProcessBuilder(command).redirectErrorStream(true).start();
            LaunchedStack stack = new LaunchedStack(launcher, apiPort, consolePort, postgresPort);
            Thread.ofVirtual().start(stack::read);
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until everything is healthy.
     *
     * @return how long that took from the start
     * @throws StartFailure with the launcher's output, if it ends or takes more than five minutes
     */
    public Duration awaitReady() {
        Instant end = begin.plus(START_TIMEOUT);
        while (output.stream().noneMatch(line -> line.contains(READY))) {
            if (!launcher.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new StartFailure("The stack did not start:\n" + output());
            }
            pause();
        }
        family.addAll(launcher.descendants().toList());
        return Duration.between(begin, Instant.now());
    }

    public String apiUrl() {
        return "http://127.0.0.1:" + apiPort;
    }

    /** As the launcher prints it: who comes back from elsewhere is still signed in. */
    public String consoleUrl() {
        return "http://localhost:" + consolePort;
    }

    /** JDBC address of its database, for tests that let days go by. */
    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/marketplace?user=postgres&password=postgres"
                .formatted(postgresPort);
    }

    /** What the launcher has written so far. */
    public String output() {
        return String.join("\n", output);
    }

    /** The launcher and every process below it, as they were when all was ready. */
    public List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(family);
        all.add(launcher.toHandle());
        return all;
    }

    /** The process of the application with this jar. */
    public ProcessHandle application(String jar) {
        return family.stream()
                .filter(process -> process.info().commandLine().orElse("").contains(jar))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process of " + jar));
    }

    /**
     * Waits for the launcher to end by itself.
     *
     * @return its exit code
     * @throws StartFailure if it runs on for a minute
     */
    public int awaitEnd() {
        try {
            if (!launcher.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                throw new StartFailure("The launcher does not end:\n" + output());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return launcher.exitValue();
    }

    /** Stops everything as Ctrl-C does. */
    @Override
    public void close() {
        launcher.destroy();
        awaitEnd();
    }

    private void read() {
        try (BufferedReader reader = launcher.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException ended) {
            output.add("(no more output: " + ended.getMessage() + ")");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
