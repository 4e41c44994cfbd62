package org.consumptionaid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Sends requests from a fixed number of clients, each the next as soon as it has its answer: the
 * same for ours and for the limit.
 */
final class LoadClient implements AutoCloseable {
    private static final int OK = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int clients;
    private final ExecutorService threads;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();

    LoadClient(int clients) {
        this.clients = clients;
        this.threads = Executors.newFixedThreadPool(clients);
    }

    /** What was seen. */
    record Seen(double perSecond, double medianMillis, long requests) {}

    /**
     * Sends until so many were sent or the time is over. Any answer but 200 fails the measurement.
     *
     * @param request the request of a number, counted from 0
     */
    Seen run(int most, Duration limit, IntFunction<HttpRequest> request) {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + limit.toNanos();
        List<Future<long[]>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit((Callable<long[]>) () -> client(next, most, end, request)));
        }
        long[] nanos =
                running.stream()
                        .map(LoadClient::result)
                        .flatMapToLong(Arrays::stream)
                        .sorted()
                        .toArray();
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        return new Seen(
                nanos.length / seconds, nanos[nanos.length / 2] / NANOS_PER_MILLI, nanos.length);
    }

    /** Whether one request is answered with 200. */
    boolean answers(HttpRequest request) {
        return send(request).statusCode() == OK;
    }

    /** One answer's body. */
    byte[] get(HttpRequest request) {
        return get(request, OK);
    }

    /** The same where another status is expected. */
    byte[] get(HttpRequest request, int status) {
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() != status) {
            throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.close();
    }

    private long[] client(
            AtomicInteger next, int most, long end, IntFunction<HttpRequest> request) {
        long[] nanos = new long[1024];
        int count = 0;
        for (int i = next.getAndIncrement();
                i < most && System.nanoTime() < end;
                i = next.getAndIncrement()) {
            HttpRequest one = request.apply(i);
            long begin = System.nanoTime();
            get(one);
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = System.nanoTime() - begin;
        }
        return Arrays.copyOf(nanos, count);
    }

    private static long[] result(Future<long[]> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
