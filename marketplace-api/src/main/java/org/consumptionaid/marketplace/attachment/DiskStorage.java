package org.consumptionaid.marketplace.attachment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Files in a folder that every instance of the API must share. */
final class DiskStorage implements FileStorage {
    private static final int FANOUT_CHARACTERS = 2;
    private static final int PIECE_BYTES = 64 << 10;

    private final Path folder;

    DiskStorage(Path folder) {
        this.folder = folder;
    }

    @Override
    public Mono<Void> keep(String sha256, Path file) {
        return offLoop(() -> copy(sha256, file));
    }

    @Override
    public Flux<DataBuffer> read(String sha256) {
        return DataBufferUtils.read(
                place(sha256), DefaultDataBufferFactory.sharedInstance, PIECE_BYTES);
    }

    @Override
    public Mono<Void> delete(String sha256) {
        return offLoop(() -> Files.deleteIfExists(place(sha256)));
    }

    /** By way of another name, so that neither a crash nor a full disk leaves half a file. */
    private Path copy(String sha256, Path file) throws IOException {
        Path place = place(sha256);
        Files.createDirectories(folder.resolve(sha256.substring(0, FANOUT_CHARACTERS)));
        Path half = Files.createTempFile(folder, "half-", "");
        try {
            Files.copy(file, half, StandardCopyOption.REPLACE_EXISTING);
            force(half);
            return Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, FANOUT_CHARACTERS)).resolve(sha256);
    }

    private static Mono<Void> offLoop(Callable<?> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic()).then();
    }
}
