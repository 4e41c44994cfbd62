package org.consumptionaid.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @TempDir private Path folder;
    private Path program;

    @BeforeEach
    void unpackAProgram() throws IOException {
        program = folder.resolve("PG-0123/bin/postgres");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "");
        Files.createDirectories(folder.resolve("PG-0123/lib"));
        Files.createSymbolicLink(folder.resolve("PG-0123/lib/libpq.so"), Path.of("libpq.so.5"));
    }

    @Test
    void removesWhatAnUnpackingThatWasCutShortHasLeft() throws IOException {
        PostgresBinaries.removeHalfUnpacked(folder);

        assertThat(program).doesNotExist();
        assertThat(folder.resolve("PG-0123/lib")).doesNotExist();
    }

    @Test
    void leavesAWholeOneAlone() throws IOException {
        Files.createFile(folder.resolve("PG-0123/.exists"));

        PostgresBinaries.removeHalfUnpacked(folder);

        assertThat(program).exists();
    }

    @Test
    void knowsNothingToDoWhereNothingWasUnpacked() throws IOException {
        PostgresBinaries.removeHalfUnpacked(folder.resolve("none"));

        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void leavesAloneWhatSomebodyIsUnpackingNow() throws Exception {
        Process other = lockedByAnotherProcess(folder.resolve("PG-0123/epg-lock"));
        try {
            PostgresBinaries.removeHalfUnpacked(folder);

            assertThat(program).exists();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** A process that holds the lock until it is ended. */
    private static Process lockedByAnotherProcess(Path lock) throws IOException {
        Process process =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Locker.class.getName(),
                                lock.toString())
                        .start();
        assertThat(process.inputReader().readLine()).isEqualTo("locked");
        return process;
    }

    static final class Locker {
        private Locker() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel file =
                            FileChannel.open(
                                    Path.of(arguments[0]),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = file.lock()) {
                System.out.println("locked");
                System.in.read();
            }
        }
    }
}
