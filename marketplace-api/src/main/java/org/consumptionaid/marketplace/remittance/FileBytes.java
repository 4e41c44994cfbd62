package org.consumptionaid.marketplace.remittance;

import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The bytes of a file that is being sent. What is beyond the limit is taken in and dropped, so that
 * the sender gets an answer and not a broken connection.
 */
final class FileBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean tooLarge;

    private FileBytes() {}

    /** Refusals: {@link RemittanceRefusal.StatementTooLarge}. */
    static Mono<byte[]> of(Flux<DataBuffer> file) {
        return file.collect(FileBytes::new, FileBytes::add)
                .filter(read -> !read.tooLarge)
                .switchIfEmpty(
                        new RemittanceRefusal.StatementTooLarge(Statements.MOST_BYTES >> 20)
                                .asError())
                .map(read -> read.bytes.toByteArray());
    }

    private void add(DataBuffer buffer) {
        tooLarge |= bytes.size() + buffer.readableByteCount() > Statements.MOST_BYTES;
        if (!tooLarge) {
            byte[] part = new byte[buffer.readableByteCount()];
            buffer.read(part);
            bytes.writeBytes(part);
        }
        DataBufferUtils.release(buffer);
    }
}
