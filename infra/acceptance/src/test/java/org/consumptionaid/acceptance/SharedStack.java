package org.consumptionaid.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consumptionaid.localstack.LaunchedStack;

/** One running marketplace for all tests that leave it running. */
final class SharedStack {
    static final LaunchedStack STACK = start();

    private SharedStack() {}

    /** A new marketplace with a folder of its own. */
    static LaunchedStack start() {
        LaunchedStack stack = LaunchedStack.launch(newFolder());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.awaitReady();
        return stack;
    }

    private static Path newFolder() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            return Files.createTempDirectory(target, "stack").resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
