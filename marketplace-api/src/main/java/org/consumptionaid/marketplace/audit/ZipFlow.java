package org.consumptionaid.marketplace.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A zip that is made while it is read: at any time one buffer of one member is in memory. Members
 * are written one after the other; whoever stops reading stops the writing.
 */
final class ZipFlow {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final EndableZip zip = new EndableZip(written);
    private final MessageDigest digest = sha256();
    private long bytes;
    private boolean ended;

    private ZipFlow() {}

    /** The whole zip, of the members that the function writes. */
    static Flux<DataBuffer> of(Function<ZipFlow, Flux<DataBuffer>> members) {
        return Flux.using(
                        ZipFlow::new,
                        flow -> members.apply(flow).concatWith(flow.step(ZipOutputStream::finish)),
                        ZipFlow::end)
                .filter(buffer -> buffer.readableByteCount() > 0);
    }

    /**
     * A member.
     *
     * @param listed is told its name, size and SHA-256 once it is whole
     */
    Flux<DataBuffer> member(
            String name, Flux<DataBuffer> content, Consumer<IndexPage.Listed> listed) {
        return step(out -> begin(out, name))
                .concatWith(content.concatMap(buffer -> step(out -> write(out, buffer)), 1))
                .concatWith(
                        step(out -> {
                            out.closeEntry();
                            String hash = HexFormat.of().formatHex(digest.digest());
                            listed.accept(new IndexPage.Listed(name, bytes, hash));
                        }));
    }

    private interface Step {
        void take(ZipOutputStream zip) throws IOException;
    }

    /** Takes the step when it is asked for, and gives what it made. */
    private Flux<DataBuffer> step(Step step) {
        return Mono.fromSupplier(() -> taken(step)).flux();
    }

    private synchronized DataBuffer taken(Step step) {
        if (!ended) {
            try {
                step.take(zip);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        DataBuffer made = DefaultDataBufferFactory.sharedInstance.wrap(written.toByteArray());
        written.reset();
        return made;
    }

    /** Also while another thread is in the middle of a step. */
    private synchronized void end() {
        ended = true;
        zip.end();
    }

    private void begin(ZipOutputStream out, String name) throws IOException {
        digest.reset();
        bytes = 0;
        out.putNextEntry(new ZipEntry(name));
    }

    private void write(ZipOutputStream out, DataBuffer buffer) throws IOException {
        byte[] piece = new byte[buffer.readableByteCount()];
        buffer.read(piece);
        DataBufferUtils.release(buffer);
        digest.update(piece);
        bytes += piece.length;
        out.write(piece);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Its compressor holds memory outside the heap, also when a zip is given up half-way. */
    private static final class EndableZip extends ZipOutputStream {
        EndableZip(ByteArrayOutputStream out) {
            super(out, StandardCharsets.UTF_8);
        }

        void end() {
            def.end();
        }
    }
}
