package org.consumptionaid.localstack;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The log of one server: a file of limited size, the one before it as {@code .1}, and its last
 * lines.
 */
final class LogFile implements AutoCloseable {

    static final int TAIL_LINES = 30;
    private static final long MAX_CHARACTERS = 20_000_000;

    private final Path file;
    private final Deque<String> tail = new ArrayDeque<>();
    private BufferedWriter writer;
    private long characters;

    private LogFile(Path file) throws IOException {
        this.file = file;
        this.writer = begin();
    }

    static LogFile open(Path file) {
        Folders.create(file.toAbsolutePath().normalize().resolveSibling("."));
        try {
            return new LogFile(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write the log " + file, failed);
        }
    }

    private BufferedWriter begin() throws IOException {
        keepPrevious(file);
        characters = 0;
        return Files.newBufferedWriter(file);
    }

    /** Renames a log to {@code .1}, in place of the one that had that name. */
    static void keepPrevious(Path file) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, previous(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path previous(Path file) {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    synchronized void write(String line) {
        tail.addLast(line);
        if (tail.size() > TAIL_LINES) {
            tail.removeFirst();
        }
        try {
            append(line);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write the log " + file, failed);
        }
    }

    private void append(String line) throws IOException {
        characters += line.length() + 1;
        if (characters > MAX_CHARACTERS) {
            writer.close();
            writer = begin();
        }
        writer.write(line);
        writer.newLine();
        writer.flush();
    }

    /** The last lines, oldest first. */
    synchronized List<String> tail() {
        return List.copyOf(tail);
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot close the log " + file, failed);
        }
    }
}
