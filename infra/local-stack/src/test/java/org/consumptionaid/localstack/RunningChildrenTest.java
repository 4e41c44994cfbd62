package org.consumptionaid.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningChildrenTest {

    @TempDir private Path folder;
    private Process sleeper;

    @BeforeEach
    void startSomebody() throws IOException {
        sleeper = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stopSomebody() {
        sleeper.destroyForcibly();
    }

    @Test
    void stopsTheProcessItWroteDown() throws InterruptedException {
        new RunningChildren(file()).add("api", sleeper.toHandle());

        assertThat(new RunningChildren(file()).stopStale()).containsExactly("api");
        assertThat(sleeper.waitFor()).isNotZero();
        assertThat(file()).doesNotExist();
    }

    @Test
    void sparesAProcessThatHasTheSameIdButStartedAtAnotherTime() throws IOException {
        Files.writeString(file(), "api " + sleeper.pid() + " 1000000000000\n");

        assertThat(new RunningChildren(file()).stopStale()).isEmpty();
        assertThat(sleeper.isAlive()).isTrue();
    }

    private Path file() {
        return folder.resolve("children");
    }
}
