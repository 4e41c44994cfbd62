package org.consumptionaid.marketplace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipInputStream;
import org.consumptionaid.marketplace.audit.IndexPage.Listed;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class ZipFlowTest {
    private static final int PIECE_BYTES = 64 << 10;

    @Test
    void writesItsMembersAndTellsWhatTheyAre() throws IOException {
        List<Listed> listed = new ArrayList<>();

        byte[] file =
                whole(
                        ZipFlow.of(zip ->
                                zip.member("a.txt", Flux.just(text("ab"), text("c")), listed::add)
                                        .concatWith(
                                                zip.member("b.txt", Flux.empty(), listed::add))));

        assertThat(listed)
                .containsExactly(
                        new Listed(
                                "a.txt",
                                3,
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                        new Listed(
                                "b.txt",
                                0,
                                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            assertThat(Objects.requireNonNull(zip.getNextEntry()).getName()).isEqualTo("a.txt");
            assertThat(zip.readAllBytes()).isEqualTo("abc".getBytes(StandardCharsets.US_ASCII));
            assertThat(Objects.requireNonNull(zip.getNextEntry()).getName()).isEqualTo("b.txt");
        }
    }

    /** A member without an end, of which a reader takes three pieces. */
    @Test
    void makesNoMoreThanIsReadAndStopsWithItsReader() {
        Random random = new Random(1);
        AtomicInteger made = new AtomicInteger();
        AtomicInteger stopped = new AtomicInteger();
        Flux<DataBuffer> endless =
                Flux.<DataBuffer>generate(
                                sink -> {
                                    byte[] piece = new byte[PIECE_BYTES];
                                    random.nextBytes(piece);
                                    made.incrementAndGet();
                                    sink.next(DefaultDataBufferFactory.sharedInstance.wrap(piece));
                                })
                        .doOnCancel(stopped::incrementAndGet);

        ZipFlow.of(zip -> zip.member("endless", endless, _ -> {})).take(3).blockLast();

        assertThat(made.get()).isLessThan(8);
        assertThat(stopped.get()).isEqualTo(1);
    }

    private static DataBuffer text(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(
                text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] whole(Flux<DataBuffer> zip) {
        DataBuffer joined = Objects.requireNonNull(DataBufferUtils.join(zip).block());
        byte[] bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        return bytes;
    }
}
