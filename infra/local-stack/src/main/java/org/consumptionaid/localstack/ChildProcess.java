package org.consumptionaid.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A program run in a process of its own.
 *
 * <p>Its output goes to a log file. Its standard input is a pipe that stays open as long as this
 * process lives: our programs end when it closes, so they end with us even after {@code kill -9}.
 */
final class ChildProcess {

    private static final Duration HEALTH_INTERVAL = Duration.ofMillis(200);
    private static final Duration LOG_DRAIN_TIMEOUT = Duration.ofSeconds(2);

    private final String name;
    private final Process process;
    private final LogFile log;
    private final Thread reader;

    private ChildProcess(String name, Process process, LogFile log, Consumer<String> lines) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.reader = Thread.ofPlatform().daemon().name("log-" + name).start(() -> copy(lines));
    }

    /** Starts the program; {@code lines} hears each line it writes. */
    static ChildProcess start(String name, Command command, Path log, Consumer<String> lines) {
        LogFile file = LogFile.open(log);
        try {
            return new ChildProcess(name, command.builder().start(), file, lines);
        } catch (IOException failed) {
            file.close();
            throw new StartFailure(name + " cannot be run: " + failed.getMessage(), failed);
        }
    }

    private void copy(Consumer<String> lines) {
        try (log;
                BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.write(line);
                lines.accept(line);
            }
        } catch (IOException | UncheckedIOException closed) {
            // The process was destroyed while it wrote: what it said until then is in the log.
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the program ends, with its exit code and its last lines in a sentence. */
    CompletableFuture<String> death() {
        return process.onExit().thenApplyAsync(_ -> obituary() + "." + lastWords());
    }

    /** Waits until the check passes; fails when the program ends first or the time is over. */
    void awaitHealthy(HealthCheck check, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!check.passes()) {
            if (process.waitFor(HEALTH_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StartFailure(obituary() + " before it was ready." + lastWords());
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure(
                        "%s was not ready after %d s.%s"
                                .formatted(name, limit.toSeconds(), lastWords()));
            }
        }
    }

    private String obituary() {
        return name + " ended with exit code " + process.exitValue();
    }

    /** The end of the log, ready to be printed below a sentence. */
    private String lastWords() {
        awaitLog();
        List<String> lines = log.tail();
        return lines.isEmpty()
                ? " Its log is empty."
                : " The end of its log:\n  " + String.join("\n  ", lines);
    }

    /** Asks the program to end, and ends it by force when it has not within the limit. */
    void stop(Duration limit) {
        closeInput();
        process.destroy();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        awaitLog();
    }

    /** Ends the program as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        awaitLog();
    }

    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // It has ended: there is nobody left to tell.
        }
    }

    private void awaitLog() {
        if (process.isAlive()) {
            return;
        }
        try {
            reader.join(LOG_DRAIN_TIMEOUT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
