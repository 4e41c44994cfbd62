package org.consumptionaid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.consumptionaid.localstack.LocalApplication;

/** How much heap an application may use and does, as it says itself. */
final class HeapWatch {
    private static final String MOST = "jvm_memory_max_bytes{area=\"heap\"";
    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    private final LocalApplication application;

    private HeapWatch(LocalApplication application) {
        this.application = application;
    }

    static HeapWatch of(LocalApplication application) {
        return new HeapWatch(application);
    }

    /** The bound of its heap; it ends itself when that is not enough. */
    double mostMegabytes() {
        return Arrays.stream(metrics().split("\n", -1))
                        .filter(line -> line.startsWith(MOST))
                        .mapToDouble(
                                line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .filter(bytes -> bytes > 0)
                        .sum()
                / BYTES_PER_MEGABYTE;
    }

    private String metrics() {
        URI uri = URI.create(application.url() + "/actuator/prometheus");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
