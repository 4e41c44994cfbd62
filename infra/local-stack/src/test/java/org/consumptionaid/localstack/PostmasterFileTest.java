package org.consumptionaid.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {

    private static final long NO_PROCESS = 4_194_305;

    @TempDir private Path data;

    @Test
    void leavesTheFileOfAnEndedServerToPostgresql() throws Exception {
        write(NO_PROCESS);

        PostmasterFile.in(data).removeIfStale();

        assertThat(file()).exists();
    }

    @Test
    void removesAFileWhoseIdNowBelongsToAnotherProgram() throws Exception {
        write(ProcessHandle.current().pid());

        PostmasterFile.in(data).removeIfStale();

        assertThat(file()).doesNotExist();
    }

    private void write(long pid) throws Exception {
        Files.writeString(file(), pid + "\n/data\n");
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }
}
