package org.consumptionaid.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.consumptionaid.load.LoadClient.Seen;
import org.consumptionaid.load.SearchRecorder.Search;
import org.consumptionaid.localstack.LocalApplication;

/** Search through the API against the same queries sent straight to Elasticsearch. */
final class SearchMeasure {
    private static final int QUERIES = 2_000;
    private static final int CLIENTS = 4;

    /**
     * As many questions as the API's compiler needs to be done, some 16,000; other questions than
     * those that are measured, since what was answered would be kept.
     */
    private static final List<String> WARM_UP =
            List.of(
                    "sort=price",
                    "sort=newest",
                    "sort=price&season=now",
                    "sort=newest&season=now",
                    "sort=price&province=%E4%BA%91%E5%8D%97%E7%9C%81",
                    "season=now",
                    "priceBand=500-1000",
                    "priceBand=1000-2000");

    private static final int WARM_UP_STRAIGHT = 300;
    private static final Duration NO_LIMIT = Duration.ofMinutes(10);
    private static final Duration REPEATED_FOR = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 10;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final int DRAWS = 1_000_000;
    private static final double LATENCY = 1.25;
    private static final double THROUGHPUT = 0.8;
    private static final double REPEATED_THROUGHPUT = 3;
    private static final double OLDEST_SECONDS = 2;

    private final String elasticsearch;
    private final List<String> queries;
    private final List<List<Search>> searches;
    private final long seed;

    private SearchMeasure(
            String elasticsearch, List<String> queries, List<List<Search>> searches, long seed) {
        this.elasticsearch = elasticsearch;
        this.queries = queries;
        this.searches = searches;
        this.seed = seed;
    }

    /** Asks the API every query once and writes down what it asks Elasticsearch for each. */
    static SearchMeasure recorded(CatalogueStack stack, long seed) throws IOException {
        List<String> queries = PeoplesQueries.of(QUERIES, new Random(seed));
        String elasticsearch = stack.elasticsearch().url();
        try (SearchRecorder recorder = new SearchRecorder(elasticsearch);
                LocalApplication api = stack.startApi(recorder.url());
                LoadClient client = new LoadClient(1)) {
            List<List<Search>> searches = new ArrayList<>();
            recorder.taken();
            for (String query : queries) {
                searches.add(recorded(query, api.url(), recorder, client));
            }
            return new SearchMeasure(elasticsearch, queries, searches, seed);
        }
    }

    /**
     * A machine that has just started everything may need more than one attempt: the API then does
     * without Elasticsearch for a moment.
     */
    private static List<Search> recorded(
            String query, String api, SearchRecorder recorder, LoadClient client) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            boolean answered = client.answers(toApi(api, query));
            List<Search> searches = recorder.taken();
            if (answered && !searches.isEmpty()) {
                return searches;
            }
            Pause.of(BETWEEN_ATTEMPTS);
        }
        throw new IllegalStateException("no answer of the index for " + query);
    }

    List<Result> run(String api, int runs) {
        List<Result> results = new ArrayList<>();
        try (LoadClient client = new LoadClient(CLIENTS)) {
            for (String choice : WARM_UP) {
                String in = api + "/products?" + choice + "&q=";
                client.run(queries.size(), NO_LIMIT, i -> asked(in, queries.get(i)));
            }
            client.run(WARM_UP_STRAIGHT, NO_LIMIT, this::straight);
            results.addAll(everyQueryNew(client, api, runs));
            results.add(repeated("search, repeated: throughput", client, api, runs));
        }
        return results;
    }

    private List<Result> everyQueryNew(LoadClient client, String api, int runs) {
        List<Seen> ours = new ArrayList<>();
        List<Seen> limits = new ArrayList<>();
        int share = queries.size() / runs;
        for (int run = 0; run < runs; run++) {
            int from = run * share;
            limits.add(client.run(share, NO_LIMIT, i -> straight(from + i)));
            ours.add(client.run(share, NO_LIMIT, i -> toApi(api, queries.get(from + i))));
        }
        return List.of(
                Result.ratioAtMost(
                        "search, all new: p50",
                        ours.stream().map(Seen::medianMillis).toList(),
                        limits.stream().map(Seen::medianMillis).toList(),
                        LATENCY,
                        "ms"),
                Result.ratioAtLeast(
                        "search, all new: throughput",
                        ours.stream().map(Seen::perSecond).toList(),
                        limits.stream().map(Seen::perSecond).toList(),
                        THROUGHPUT,
                        "1/s"));
    }

    private Result repeated(String name, LoadClient client, String api, int runs) {
        List<Double> ours = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            int[] ranks = new Zipf(queries.size()).draws(DRAWS, new Random(seed + run));
            limits.add(client.run(DRAWS, REPEATED_FOR, i -> straight(ranks[i])).perSecond());
            ours.add(
                    client.run(DRAWS, REPEATED_FOR, i -> toApi(api, queries.get(ranks[i])))
                            .perSecond());
        }
        return Result.ratioAtLeast(name, ours, limits, REPEATED_THROUGHPUT, "1/s");
    }

    /** As people repeat them, while something changes every second and the indexer follows. */
    List<Result> whileChanging(String api, DatabaseAddress database, int runs) throws SQLException {
        try (LoadClient client = new LoadClient(CLIENTS);
                AnswerAge age = new AnswerAge(database, api)) {
            Future<List<Double>> ages = age.start();
            Result throughput = repeated("search, changing: throughput", client, api, runs);
            List<Double> seconds = age.seconds(ages);
            return List.of(
                    throughput,
                    Result.atMost("search, changing: p50 of age", seconds, OLDEST_SECONDS, "s"),
                    Result.atMost(
                            "search, changing: oldest answer",
                            List.of(seconds.getLast()),
                            OLDEST_SECONDS,
                            "s"));
        }
    }

    /** The last attempt is what was answered; those before it, if any, found nothing. */
    private HttpRequest straight(int query) {
        return searches.get(query).getLast().to(elasticsearch);
    }

    private static HttpRequest toApi(String api, String query) {
        return asked(api + "/products?q=", query);
    }

    private static HttpRequest asked(String upToQuery, String query) {
        String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(upToQuery + q)).build();
    }
}
