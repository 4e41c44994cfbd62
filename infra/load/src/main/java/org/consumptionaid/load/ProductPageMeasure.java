package org.consumptionaid.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A product's page as people open them against as many bytes that never change. */
final class ProductPageMeasure {
    private static final int PRODUCTS = 20_000;
    private static final int CLIENTS = 8;
    private static final int DRAWS = 1_000_000;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final double REQUESTS = 0.5;

    private final DatabaseAddress database;
    private final String api;

    ProductPageMeasure(DatabaseAddress database, String api) {
        this.database = database;
        this.api = api;
    }

    List<Result> run(int runs, long seed) throws SQLException {
        List<UUID> products = products(seed);
        Zipf zipf = new Zipf(products.size());
        List<Double> ours = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        try (LoadClient client = new LoadClient(CLIENTS)) {
            int bytes = client.get(page(products.getFirst())).length;
            HttpRequest fixed = request("/fixed/" + bytes);
            for (int run = 0; run <= runs; run++) {
                Duration time = run == 0 ? WARM_UP : MEASURED;
                int[] ranks = zipf.draws(DRAWS, new Random(seed + run));
                double limit = client.run(DRAWS, time, _ -> fixed).perSecond();
                double our = client.run(DRAWS, time, i -> page(products.get(ranks[i]))).perSecond();
                if (run > 0) {
                    limits.add(limit);
                    ours.add(our);
                }
            }
        }
        return List.of(
                Result.ratioAtLeast("product page: requests", ours, limits, REQUESTS, "1/s"));
    }

    private List<UUID> products(long seed) throws SQLException {
        try (Changes changes = new Changes(database, PRODUCTS, new Random(seed))) {
            return changes.products();
        }
    }

    private HttpRequest page(UUID product) {
        return request("/products/" + product);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).build();
    }
}
