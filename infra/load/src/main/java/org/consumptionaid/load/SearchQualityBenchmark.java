package org.consumptionaid.load;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.consumptionaid.localstack.LaunchedStack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a fresh marketplace every judged query; {@code infra/docs/search-judgements.md}. */
final class SearchQualityBenchmark implements Benchmark {
    private static final int PLACES = 10;
    private static final int RECALL_PLACES = 50;
    private static final double OVERALL_PERCENT = 90;
    private static final double WEAKEST_PERCENT = 80;
    private static final double PERCENT = 100;
    private static final Duration INDEXING_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public String name() {
        return "search-quality";
    }

    @Override
    public String description() {
        return "judged queries over the seed catalogue: nDCG@10, recall@50, share without a result";
    }

    /** What a query found: the same every time, so that one run is enough. */
    @Override
    public List<Result> run(Settings settings) {
        List<Judged> queries = queries(SeedTable.read("search-judgements.csv"));
        try (LaunchedStack stack = LaunchedStack.launch(newFolder())) {
            stack.awaitReady();
            awaitIndexed(stack.apiUrl(), SeedTable.read("specialities.csv").size());
            return results(queries.stream().map(query -> measured(stack.apiUrl(), query)).toList());
        }
    }

    private record Product(String countyCode, String name) {}

    private record Judged(
            String query, String kind, boolean heldOut, Map<Product, Integer> grades) {}

    private record Measured(
            String kind, boolean heldOut, double ndcg, double recall, double nothing) {}

    private static List<Judged> queries(List<NamedCsvRecord> rows) {
        Map<String, Judged> queries = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows) {
            queries.computeIfAbsent(row.getField("query"), query -> judged(query, row))
                    .grades()
                    .put(
                            new Product(row.getField("county_code"), row.getField("name")),
                            Integer.valueOf(row.getField("grade")));
        }
        return List.copyOf(queries.values());
    }

    private static Judged judged(String query, NamedCsvRecord row) {
        boolean heldOut = row.getField("held_out").equals("1");
        return new Judged(query, row.getField("kind"), heldOut, new LinkedHashMap<>());
    }

    private static List<Result> results(List<Measured> all) {
        List<Result> results = new ArrayList<>();
        results.addAll(figures("all", all, _ -> true, OVERALL_PERCENT));
        results.addAll(figures("held out", all, Measured::heldOut, OVERALL_PERCENT));
        all.stream()
                .map(Measured::kind)
                .distinct()
                .forEach(kind ->
                        results.addAll(
                                figures(
                                        kind,
                                        all,
                                        one -> one.kind().equals(kind),
                                        WEAKEST_PERCENT)));
        return results;
    }

    private static List<Result> figures(
            String what, List<Measured> all, Predicate<Measured> which, double bound) {
        List<Measured> some = all.stream().filter(which).toList();
        return List.of(
                Result.atLeast(what + ": nDCG@10", percent(some, Measured::ndcg), bound, "%"),
                Result.shown(what + ": recall@50", percent(some, Measured::recall), "%"),
                Result.shown(what + ": no result", percent(some, Measured::nothing), "%"));
    }

    private static double percent(List<Measured> some, ToDoubleFunction<Measured> figure) {
        return some.stream().mapToDouble(figure).average().orElse(0) * PERCENT;
    }

    private Measured measured(String api, Judged query) {
        List<Integer> shown =
                found(api, query.query()).stream()
                        .map(product -> query.grades().getOrDefault(product, 0))
                        .toList();
        List<Integer> judged = List.copyOf(query.grades().values());
        return new Measured(
                query.kind(),
                query.heldOut(),
                Ranking.ndcg(shown, judged, PLACES),
                Ranking.recall(shown, judged, RECALL_PLACES),
                shown.isEmpty() ? 1 : 0);
    }

    private List<Product> found(String api, String query) {
        List<Product> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    get(api + "/products?q=" + encoded(query) + "&cursor=" + encoded(cursor));
            page.get("items")
                    .forEach(item ->
                            found.add(
                                    new Product(
                                            item.get("countyCode").asString(),
                                            item.get("name").asString())));
            cursor = page.path("next").asString("");
        } while (found.size() < RECALL_PLACES && !cursor.isEmpty());
        return found;
    }

    private void awaitIndexed(String api, long products) {
        long end = System.nanoTime() + INDEXING_TIMEOUT.toNanos();
        while (get(api + "/products").get("total").asLong() < products) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the seed catalogue is not indexed");
            }
            pause();
        }
    }

    private JsonNode get(String url) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(REQUEST_TIMEOUT).build();
            return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("bench-search").resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
