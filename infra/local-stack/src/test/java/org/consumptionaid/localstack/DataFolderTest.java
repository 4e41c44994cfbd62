package org.consumptionaid.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir private Path parent;

    @Test
    void emptiesAFolderThatItMadeItself() throws IOException {
        Path path = parent.resolve("data");
        try (DataFolder folder = DataFolder.open(path)) {
            Files.createDirectories(folder.of("postgres/base"));
            Files.writeString(folder.log("api"), "a line");
        }
        try (DataFolder folder = DataFolder.open(path)) {
            folder.empty();
        }

        try (var files = Files.list(path)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".marketplace-data", "launcher.lock");
        }
    }

    @Test
    void neverTouchesAFolderWithFilesOfOthers() throws IOException {
        Path thesis = Files.writeString(parent.resolve("thesis.txt"), "years of work");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> DataFolder.open(parent))
                .withMessageContaining("files that are not the launcher's")
                .withMessageContaining("--data DIR");
        assertThat(thesis).hasContent("years of work");
    }

    @Test
    void removesALinkAndNotWhatItPointsTo() throws IOException {
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept"), "kept");
        try (DataFolder folder = DataFolder.open(parent.resolve("data"))) {
            Files.createSymbolicLink(folder.of("link"), elsewhere);

            folder.empty();

            assertThat(folder.of("link")).doesNotExist();
            assertThat(elsewhere.resolve("kept")).exists();
        }
    }

    @Test
    void isUsedByOneLauncherAtATime() {
        try (DataFolder first = DataFolder.open(parent.resolve("data"))) {
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> DataFolder.open(first.path()))
                    .withMessageContaining("Another launcher already runs on " + first.path());
        }
        DataFolder.open(parent.resolve("data")).close();
    }

    @Test
    void keepsSecretsForTheOwnerAlone() throws IOException {
        try (DataFolder folder = DataFolder.open(parent.resolve("data"))) {
            String secret = folder.secret("token");

            assertThat(secret).matches("[0-9a-f]{64}");
            assertThat(folder.secret("token")).isEqualTo(secret);
            assertThat(folder.secret("other")).isNotEqualTo(secret);
            assertThat(Files.getPosixFilePermissions(folder.of("token.secret")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
