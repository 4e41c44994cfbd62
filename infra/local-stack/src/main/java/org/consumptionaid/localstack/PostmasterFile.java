package org.consumptionaid.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The file {@code postmaster.pid} by which PostgreSQL keeps a second server off its data.
 *
 * <p>PostgreSQL refuses to start when any process has the id in it. After a {@code kill -9} that is
 * often a process that has ended but that its container's first process has not yet asked after,
 * and after a reboot it may be somebody else's.
 */
record PostmasterFile(Path file) {

    private static final Duration END_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    static PostmasterFile in(Path data) {
        return new PostmasterFile(data.resolve("postmaster.pid"));
    }

    long pid() {
        try {
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        } catch (IOException missing) {
            throw new UncheckedIOException("postgres has no " + file, missing);
        }
    }

    /** Removes the file when its id is that of no server, which PostgreSQL cannot tell. */
    void removeIfStale() throws InterruptedException, IOException {
        if (!Files.exists(file)) {
            return;
        }
        awaitEnd();
        if (holder().isPresent() && !isServer()) {
            Files.delete(file);
        }
    }

    /** Gives the server's helpers time to end too, and its parent time to ask after it. */
    private void awaitEnd() throws InterruptedException {
        long deadline = System.nanoTime() + END_TIMEOUT.toNanos();
        while (hasEndedUnnoticed() && System.nanoTime() < deadline) {
            Thread.sleep(INTERVAL);
        }
    }

    private Optional<ProcessHandle> holder() {
        return ProcessHandle.of(pid()).filter(ProcessHandle::isAlive);
    }

    /** Such a process still counts as alive, but runs no command any more. */
    private boolean hasEndedUnnoticed() {
        return holder().filter(process -> process.info().command().isEmpty()).isPresent();
    }

    private boolean isServer() {
        return holder().flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }
}
