package org.consumptionaid.marketplace.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A file as it came, on disk for as long as it is worked on. At most {@link #MOST_BYTES} are ever
 * written and one buffer at a time is in memory.
 */
public record Upload(Path file, FileKind kind, long bytes, String sha256) {
    static final long MOST_MEBIBYTES = 20;
    static final long MOST_BYTES = MOST_MEBIBYTES << 20;

    private static final int BUFFER_BYTES = 64 << 10;

    /** Receives and inspects the body, then does the work; the file is gone afterwards. */
    public static <T> Mono<T> with(Flux<DataBuffer> body, Function<Upload, Mono<T>> work) {
        return Mono.usingWhen(
                offLoop(() -> Files.createTempFile("upload-", "")),
                file ->
                        DataBufferUtils.write(limited(body), file)
                                .then(offLoop(() -> of(file)))
                                .flatMap(work),
                file -> offLoop(() -> Files.deleteIfExists(file)));
    }

    private static Upload of(Path file) throws IOException {
        return new Upload(file, FileInspection.inspect(file), Files.size(file), sha256(file));
    }

    private static Flux<DataBuffer> limited(Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            AtomicLong received = new AtomicLong();
            return body.map(buffer -> counted(buffer, received));
        });
    }

    private static DataBuffer counted(DataBuffer buffer, AtomicLong received) {
        if (received.addAndGet(buffer.readableByteCount()) > MOST_BYTES) {
            DataBufferUtils.release(buffer);
            throw new AttachmentRefusal.FileTooLarge(MOST_MEBIBYTES).asException();
        }
        return buffer;
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            DigestInputStream digested = new DigestInputStream(in, digest);
            while (digested.read(buffer) != -1) {}
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> Mono<T> offLoop(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
