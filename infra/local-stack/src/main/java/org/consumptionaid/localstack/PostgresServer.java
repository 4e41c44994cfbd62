package org.consumptionaid.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL, with the database of the marketplace. */
final class PostgresServer implements Server {

    private static final String DATABASE = "marketplace";

    private final DataFolder folder;
    private final int port;
    private final CompletableFuture<String> death = new CompletableFuture<>();
    private @Nullable LocalPostgres postgres;
    private boolean closed;

    PostgresServer(DataFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port + "/" + DATABASE;
    }

    static String url(int port) {
        return "postgresql://postgres:postgres@127.0.0.1:" + port + "/" + DATABASE;
    }

    /** Not interruptible: a server half started would have no owner. */
    @Override
    public synchronized void start() {
        if (closed) {
            return;
        }
        Path log = log();
        LocalPostgres started = LocalPostgres.start(folder.of("postgres"), port, log, null);
        postgres = started;
        ProcessHandle process = ProcessHandle.of(started.pid()).orElseThrow();
        folder.children().add(name(), process);
        var _ = process.onExit().thenRun(() -> death.complete(obituary(log)));
        if (!started.hasDatabase(DATABASE)) {
            started.createDatabase(DATABASE);
        }
    }

    private Path log() {
        Path log = folder.log(name());
        try {
            LogFile.keepPrevious(log);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot rename the log " + log, failed);
        }
        return log;
    }

    /** It is a child of its own control program, so nobody tells us its exit code. */
    private String obituary(Path log) {
        return name() + " ended." + LocalPostgres.endOf(log);
    }

    @Override
    public CompletableFuture<String> death() {
        return death;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }
}
