package org.consumptionaid.marketplace.attachment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.TransientDataAccessResourceException;

/** The contract against a server that checks signatures and keeps objects. */
class S3StorageIT extends FileStorageContract {
    @TempDir private static Path folder;

    private static S3Server server;
    private static S3Storage storage;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start(folder);
        storage = S3Storage.of(server.settings("the right key"));
    }

    @AfterAll
    static void stop() {
        storage.close();
        server.close();
    }

    @Override
    FileStorage storage() {
        return storage;
    }

    @Test
    void isNotServedWithAnotherKey() {
        try (S3Storage stranger = S3Storage.of(server.settings("a wrong key"))) {
            assertThatThrownBy(() -> stranger.delete("x").block(Duration.ofSeconds(30)))
                    .isInstanceOf(TransientDataAccessResourceException.class)
                    .rootCause()
                    .hasMessageContaining("403");
        }
    }
}
