package org.consumptionaid.marketplace.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Files in a folder that every instance of the API must share. */
@Component
class DiskStorage implements FileStorage {
    private static final int FANOUT_CHARACTERS = 2;

    private final Path folder;

    DiskStorage(@Value("${marketplace.files.folder}") Path folder) {
        this.folder = folder;
    }

    @Override
    public Mono<Void> keep(String sha256, Path file) {
        return Mono.fromCallable(() -> copy(sha256, file))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    @Override
    public Resource open(String sha256) {
        return new FileSystemResource(place(sha256));
    }

    /** By way of a name of its own, so that a crash never leaves half a file under the hash. */
    private Path copy(String sha256, Path file) throws IOException {
        Path place = place(sha256);
        Path parent =
                Files.createDirectories(folder.resolve(sha256.substring(0, FANOUT_CHARACTERS)));
        Path half = Files.createTempFile(parent, "half-", "");
        Files.copy(file, half, StandardCopyOption.REPLACE_EXISTING);
        return Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, FANOUT_CHARACTERS)).resolve(sha256);
    }
}
