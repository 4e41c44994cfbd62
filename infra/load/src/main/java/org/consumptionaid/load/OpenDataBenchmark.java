package org.consumptionaid.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The feed of releases, read by one reader from its beginning to its end over HTTP. */
final class OpenDataBenchmark implements Benchmark {
    private static final int ORDERS = 100_000;
    private static final int PAGE = 1_000;
    private static final double RELEASES_PER_SECOND = 10_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"[^\"]*cursor=([0-9-]+)\"");

    @Override
    public String name() {
        return "open-data";
    }

    @Override
    public String description() {
        return "the feed of " + ORDERS + " releases, read to its end";
    }

    @Override
    public List<Result> run(Settings settings) {
        try (OrderStack stack = new OrderStack();
                LoadClient client = new LoadClient(1)) {
            OrderMarket.into(stack.database(), settings.seed());
            PresentOrders.fill(stack.database(), ORDERS);
            publish(stack.database());
            read(client, stack.api().url()); // until the compiler is done
            List<Double> speeds = new ArrayList<>();
            for (int run = 0; run < settings.runs(); run++) {
                long begin = System.nanoTime();
                long releases = read(client, stack.api().url());
                speeds.add(releases * NANOS_PER_SECOND / (System.nanoTime() - begin));
            }
            return List.of(
                    Result.atLeast(
                            "open data: releases",
                            speeds.stream().sorted().toList().get(speeds.size() / 2),
                            RELEASES_PER_SECOND,
                            "1/s"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One release of each order. */
    private static void publish(DatabaseAddress database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO open_release (order_id, seq, made_at, document)
                    SELECT id, 1, placed_at, ocds_release(id, 1, 'ocds-000000', placed_at) FROM purchase_order
                    """);
            statement.execute("VACUUM ANALYZE open_release");
        }
    }

    private static long read(LoadClient client, String api) {
        long releases = 0;
        String cursor = "";
        while (true) {
            String address = api + "/open-data/releases?limit=" + PAGE + "&cursor=" + cursor;
            String page =
                    new String(
                            client.get(HttpRequest.newBuilder(URI.create(address)).build()),
                            StandardCharsets.UTF_8);
            Matcher next = NEXT.matcher(page);
            String then = next.find() ? next.group(1) : cursor;
            if (then.equals(cursor) || page.contains("\"releases\":[]")) {
                return releases;
            }
            releases += count(page);
            cursor = then;
        }
    }

    /** Each release says once how it was bought. */
    private static long count(String page) {
        long count = 0;
        String mark = "\"procurementMethod\"";
        for (int at = page.indexOf(mark); at >= 0; at = page.indexOf(mark, at + 1)) {
            count++;
        }
        return count;
    }
}
