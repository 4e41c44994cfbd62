package org.consumptionaid.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Buyers who place orders over HTTP, each the next as soon as the last is answered. They speak
 * HTTP/1.1 on a plain socket: a client library would take more of the machine than pgbench, the
 * limit's client, does.
 */
final class OrderClients {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int READ_TIMEOUT_MILLIS = 20_000;
    private static final double P99 = 0.99;

    private final URI api;
    private final OrderMarket market;

    OrderClients(String api, OrderMarket market) {
        this.api = URI.create(api);
        this.market = market;
    }

    /** What was seen. */
    record Seen(double perSecond, double medianMillis, double p99Millis) {}

    /**
     * Orders of two products each for a time. Any answer but 201 fails the measurement.
     *
     * @param hot whether the first product is the same in all orders
     */
    Seen run(int buyers, boolean hot, Duration time) {
        try (ExecutorService threads = Executors.newFixedThreadPool(buyers)) {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < buyers; i++) {
                Buyer buyer = market.buyers().get(i);
                running.add(threads.submit((Callable<long[]>) () -> buy(buyer, hot, end)));
            }
            long[] nanos = running.stream().flatMapToLong(OrderClients::result).sorted().toArray();
            double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
            return new Seen(
                    nanos.length / seconds,
                    nanos[nanos.length / 2] / NANOS_PER_MILLI,
                    nanos[(int) (nanos.length * P99)] / NANOS_PER_MILLI);
        }
    }

    private long[] buy(Buyer buyer, boolean hot, long end) throws IOException {
        long[] nanos = new long[1024];
        int count = 0;
        Random random = new Random(buyer.person().getLeastSignificantBits());
        String head = head(buyer);
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (System.nanoTime() < end) {
                byte[] request = request(head, body(hot, random));
                long begin = System.nanoTime();
                socket.getOutputStream().write(request);
                readAnswer(in);
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = System.nanoTime() - begin;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private String head(Buyer buyer) {
        return "POST /orders HTTP/1.1\r\nHost: "
                + api.getAuthority()
                + "\r\nAuthorization: Bearer "
                + buyer.token(OrderStack.TOKEN_SECRET)
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: ";
    }

    private static byte[] request(String head, String body) {
        return (head
                        + UUID.randomUUID()
                        + "\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Two different products, or the hot one and another. */
    private String body(boolean hot, Random random) {
        int count = market.products().size();
        int first = hot ? 0 : random.nextInt(count / 2);
        int second = count / 2 + random.nextInt(count / 2);
        return "{\"lines\":[{\"productId\":\"%s\",\"quantity\":1},{\"productId\":\"%s\",\"quantity\":1}]}"
                .formatted(market.products().get(first), market.products().get(second));
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (!status.contains(" 201 ")) {
            throw new IOException(status + " " + new String(body, StandardCharsets.UTF_8));
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection has ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static LongStream result(Future<long[]> running) {
        try {
            return Arrays.stream(running.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e.getCause()));
        }
    }
}
