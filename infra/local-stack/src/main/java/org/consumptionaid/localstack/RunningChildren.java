package org.consumptionaid.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes the launcher has started, written down so that the next one can stop them if this
 * one is killed.
 *
 * <p>A process id alone may belong to somebody else by then: the start instant is compared too.
 */
final class RunningChildren {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    /** The system reckons a start instant from its uptime, which drifts against the clock. */
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(2);

    private final Path file;

    RunningChildren(Path file) {
        this.file = file;
    }

    /** One line of the file. */
    private record Child(String name, long pid, Instant started) {

        static Child of(String name, ProcessHandle process) {
            return new Child(name, process.pid(), startOf(process));
        }

        static Child parse(String line) {
            String[] parts = line.split(" ", 3);
            return new Child(
                    parts[0],
                    Long.parseLong(parts[1]),
                    Instant.ofEpochMilli(Long.parseLong(parts[2])));
        }

        String line() {
            return name + " " + pid + " " + started.toEpochMilli() + "\n";
        }

        Optional<ProcessHandle> alive() {
            return ProcessHandle.of(pid).filter(Child::runs).filter(this::isSame);
        }

        /** One that has ended, and whose end nobody has asked for, still counts as alive. */
        private static boolean runs(ProcessHandle process) {
            return process.isAlive() && process.info().command().isPresent();
        }

        private boolean isSame(ProcessHandle process) {
            Duration apart = Duration.between(started, startOf(process)).abs();
            return apart.compareTo(CLOCK_DRIFT) <= 0;
        }

        private static Instant startOf(ProcessHandle process) {
            return process.info().startInstant().orElse(Instant.EPOCH);
        }
    }

    synchronized void add(String name, ProcessHandle process) {
        try {
            Files.writeString(
                    file,
                    Child.of(name, process).line(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }

    /**
     * Stops the children of a launcher that was killed, the last started first.
     *
     * @return the names of those that still ran
     */
    synchronized List<String> stopStale() {
        List<Child> stale =
                read().reversed().stream().filter(child -> child.alive().isPresent()).toList();
        stale.forEach(child -> child.alive().ifPresent(RunningChildren::stop));
        forget();
        return stale.stream().map(Child::name).toList();
    }

    synchronized void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot remove " + file, failed);
        }
    }

    private List<Child> read() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Child::parse).toList()
                    : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + file, failed);
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!hasEnded(process)) {
            process.destroyForcibly();
            hasEnded(process);
        }
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException("Cannot wait for process " + process.pid(), failed);
        }
    }
}
