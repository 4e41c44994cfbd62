package org.consumptionaid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code POST /orders} with everything switched on against the smallest honest order on the same
 * server, spread over products and all on one, and again with many orders present.
 */
final class OrdersBenchmark implements Benchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(6);
    private static final int FEW = 32;
    private static final int MANY = 256;
    private static final int PGBENCH_FEW = 8;
    private static final long ORDERS_AT_FIRST = 10_000;
    private static final double GROWTH = 1.3;
    private static final double LATENCY = 4;
    private static final double HOT = 3;
    private static final double MANY_BUYERS = 2;

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String description() {
        return "POST /orders against pgbench placing the smallest order, and with --orders present";
    }

    @Override
    public List<Result> run(Settings settings) {
        try (OrderStack stack = new OrderStack()) {
            OrderMarket market = OrderMarket.into(stack.database(), settings.seed());
            PresentOrders.fill(stack.database(), ORDERS_AT_FIRST);
            return new Run(stack, market, settings).results();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One run's figures, each taken several times in turn. */
    private static final class Run {
        private final OrderStack stack;
        private final OrderClients buyers;
        private final HonestOrders honest;
        private final Settings settings;
        private final List<Double> transactions = new ArrayList<>();
        private final List<Double> hotTransactions = new ArrayList<>();
        private final List<Result> results = new ArrayList<>();

        Run(OrderStack stack, OrderMarket market, Settings settings) throws SQLException {
            this.stack = stack;
            this.buyers = new OrderClients(stack.api().url(), market);
            this.honest = new HonestOrders(stack.postgres(), stack.database(), scripts());
            this.settings = settings;
        }

        List<Result> results() throws SQLException {
            limits();
            buyers.run(MANY, false, WARM_UP);
            List<Double> one = new ArrayList<>();
            List<Double> few = new ArrayList<>();
            List<Double> fewP99 = new ArrayList<>();
            List<Double> many = new ArrayList<>();
            List<Double> manyP99 = new ArrayList<>();
            List<Double> hot = new ArrayList<>();
            List<Double> hotMany = new ArrayList<>();
            for (int run = 0; run < settings.runs(); run++) {
                transactions.add(honest.transaction(FEW, false, MEASURED));
                hotTransactions.add(honest.transaction(FEW, true, MEASURED));
                one.add(buyers.run(1, false, MEASURED).medianMillis());
                OrderClients.Seen spread = buyers.run(FEW, false, MEASURED);
                few.add(spread.perSecond());
                fewP99.add(spread.p99Millis());
                OrderClients.Seen crowd = buyers.run(MANY, false, MEASURED);
                many.add(crowd.perSecond());
                manyP99.add(crowd.p99Millis());
                hot.add(buyers.run(FEW, true, MEASURED).perSecond());
                hotMany.add(buyers.run(MANY, true, MEASURED).perSecond());
            }
            add(Result.ratioAtLeast("orders: 32 buyers", few, transactions, 1, "1/s"));
            add(Result.ratioAtLeast("orders: 256 buyers", many, transactions, MANY_BUYERS, "1/s"));
            add(Result.ratioAtLeast("orders: one product, 32", hot, hotTransactions, HOT, "1/s"));
            add(
                    Result.ratioAtLeast(
                            "orders: one product, 256", hotMany, hotTransactions, HOT, "1/s"));
            add(
                    Result.ratioAtMost(
                            "orders: p99 of 32, limit one alone", fewP99, one, LATENCY, "ms"));
            add(
                    Result.ratioAtMost(
                            "orders: p99 of 256, limit one alone", manyP99, one, LATENCY, "ms"));
            growth(few);
            return results;
        }

        /** What others do on this machine, to know it by. */
        private void limits() {
            for (boolean hot : new boolean[] {false, true}) {
                for (int clients : new int[] {PGBENCH_FEW, FEW}) {
                    String where = (hot ? "one row, " : "spread, ") + clients;
                    add(
                            rate(
                                    "pgbench, plain: " + where,
                                    honest.transaction(clients, hot, MEASURED)));
                    add(
                            rate(
                                    "pgbench, one statement: " + where,
                                    honest.oneStatement(clients, hot, MEASURED)));
                }
            }
        }

        private void growth(List<Double> before) throws SQLException {
            if (settings.orders() <= ORDERS_AT_FIRST) {
                return;
            }
            PresentOrders.fill(stack.database(), settings.orders());
            buyers.run(FEW, false, WARM_UP);
            List<Double> after = new ArrayList<>();
            for (int run = 0; run < settings.runs(); run++) {
                after.add(buyers.run(FEW, false, MEASURED).perSecond());
            }
            add(
                    Result.ratioAtLeast(
                            "orders: 32 buyers, %d present".formatted(settings.orders()),
                            after,
                            before,
                            1 / GROWTH,
                            "1/s"));
        }

        /** A run takes long: what is known already is worth seeing. */
        private void add(Result result) {
            System.err.println(result.row());
            results.add(result);
        }

        private static Result rate(String name, double perSecond) {
            return new Result(name, perSecond, perSecond, "1/s", 1, "", true);
        }

        private static Path scripts() {
            try {
                return Files.createTempDirectory("bench-honest");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
