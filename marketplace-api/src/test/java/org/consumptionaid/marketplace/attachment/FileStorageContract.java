package org.consumptionaid.marketplace.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Mono;

/** What every place for files promises. */
abstract class FileStorageContract {
    private static final int MOST_BYTES = 20 << 20;
    private static final int PIECE_BYTES = 64 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;

    abstract FileStorage storage();

    @Test
    void givesBackTheLargestFileInPieces() throws IOException {
        byte[] bytes = bytes(MOST_BYTES, 1);
        AtomicInteger largest = new AtomicInteger();
        finish(storage().keep(name(1), file(bytes)));

        byte[] read =
                await(
                        DataBufferUtils.join(
                                        storage()
                                                .read(name(1))
                                                .doOnNext(piece ->
                                                        largest.accumulateAndGet(
                                                                piece.readableByteCount(),
                                                                Math::max)))
                                .map(FileStorageContract::content));

        assertThat(read).isEqualTo(bytes);
        assertThat(largest.get()).isBetween(1, PIECE_BYTES);
    }

    @Test
    void keepsTheSameFileTwice() throws IOException {
        Path file = file(bytes(10, 2));

        finish(storage().keep(name(2), file));
        finish(storage().keep(name(2), file));

        assertThat(read(2)).isEqualTo(bytes(10, 2));
    }

    @Test
    void readsNoMoreThanIsAskedFor() throws IOException {
        finish(storage().keep(name(3), file(bytes(MOST_BYTES, 3))));

        DataBuffer first = await(storage().read(name(3)).next());

        assertThat(first.readableByteCount()).isPositive();
        DataBufferUtils.release(first);
    }

    @Test
    void deletesAFileOnceAndWhatIsNotThere() throws IOException {
        finish(storage().keep(name(4), file(bytes(10, 4))));
        finish(storage().keep(name(5), file(bytes(10, 5))));

        storage().delete(name(4)).block(PATIENCE);
        storage().delete(name(4)).block(PATIENCE);

        assertThatThrownBy(() -> read(4)).isInstanceOf(Exception.class);
        assertThat(read(5)).isEqualTo(bytes(10, 5));
    }

    @Test
    void hasNothingOfAFileThatCannotBeRead() {
        Path gone = folder.resolve("gone");

        assertThatThrownBy(() -> storage().keep(name(6), gone).block(PATIENCE))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> read(6)).isInstanceOf(Exception.class);
    }

    private byte[] read(int number) {
        return await(
                DataBufferUtils.join(storage().read(name(number)))
                        .map(FileStorageContract::content));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("upload"), bytes);
    }

    private static void finish(Mono<Void> work) {
        work.block(PATIENCE);
    }

    private static <T> T await(Mono<T> work) {
        return Objects.requireNonNull(work.block(PATIENCE));
    }

    private static byte[] content(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static byte[] bytes(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static String name(int number) {
        return "%064x".formatted(number);
    }
}
