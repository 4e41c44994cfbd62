package org.consumptionaid.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of all that the launcher keeps: databases, logs, secrets.
 *
 * <p>It carries a marker, without which nothing in it is ever touched, and a lock, so that two
 * launchers never share it.
 */
final class DataFolder implements AutoCloseable {

    private static final String MARKER = ".marketplace-data";
    private static final String LOCK = "launcher.lock";
    private static final Set<String> KEPT = Set.of(MARKER, LOCK);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final int SECRET_BYTES = 32;

    private final Path folder;
    private final FileChannel lock;
    private final RunningChildren children;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        this.children = new RunningChildren(folder.resolve("children"));
    }

    /**
     * Takes the folder, which is created when missing.
     *
     * @throws StartFailure when it holds somebody else's files or another launcher uses it
     */
    static DataFolder open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            claim(absolute);
            return new DataFolder(absolute, lock(absolute));
        } catch (IOException failed) {
            throw new StartFailure("The folder " + absolute + " cannot be used: " + failed, failed);
        }
    }

    private static void claim(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve(MARKER))) {
            return;
        }
        if (!list(folder).isEmpty()) {
            throw new StartFailure(
                    ("The folder %s holds files that are not the launcher's (it has no %s)."
                                    + " Choose an empty or a new one with --data DIR.")
                            .formatted(folder, MARKER));
        }
        Files.writeString(
                folder.resolve(MARKER), "Data of the local marketplace. --fresh removes it.\n");
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartFailure(
                    ("Another launcher already runs on %s. Stop it with Ctrl-C, or choose another"
                                    + " folder with --data DIR.")
                            .formatted(folder));
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    Path path() {
        return folder;
    }

    Path of(String name) {
        return folder.resolve(name);
    }

    Path log(String server) {
        return Folders.create(folder.resolve("logs")).resolve(server + ".log");
    }

    RunningChildren children() {
        return children;
    }

    /** Removes all that earlier runs left. */
    void empty() {
        try {
            list(folder).stream()
                    .filter(file -> !KEPT.contains(file.getFileName().toString()))
                    .forEach(Folders::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot empty " + folder, failed);
        }
    }

    /** A random secret that stays the same over restarts. */
    synchronized String secret(String name) {
        Path file = folder.resolve(name + ".secret");
        try {
            return Files.exists(file) ? Files.readString(file) : newSecret(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot keep the secret " + file, failed);
        }
    }

    private static String newSecret(Path file) throws IOException {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(file, secret);
        return secret;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot release " + folder, failed);
        }
    }
}
