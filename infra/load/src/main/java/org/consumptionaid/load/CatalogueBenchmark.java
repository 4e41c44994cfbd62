package org.consumptionaid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.consumptionaid.localstack.LocalApplication;
import org.consumptionaid.localstack.RepositoryRoot;

/** The catalogue at the real size: rebuild, search, product page and freshness. */
final class CatalogueBenchmark implements Benchmark {
    private static final int ELASTICSEARCH_HEAP_MEGABYTES = 2_048;
    private static final double INDEXER_HEAP_MEGABYTES = 512;

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public String description() {
        return "rebuild, search, product page and freshness at --products, each against its limit";
    }

    @Override
    public List<Result> run(Settings settings) {
        CatalogueSize size = CatalogueSize.ofProducts(settings.products(), settings.seed());
        try (CatalogueStack stack = CatalogueStack.filled(ELASTICSEARCH_HEAP_MEGABYTES, size)) {
            List<Result> results = new ArrayList<>();
            try (LocalApplication indexer = stack.startIndexer()) {
                HeapWatch heap = HeapWatch.of(indexer);
                results.addAll(told(new RebuildMeasure(stack).run(settings.runs())));
                results.addAll(told(freshness(stack, settings)));
                results.add(
                        Result.atMost(
                                "indexer: heap",
                                List.of(heap.mostMegabytes()),
                                INDEXER_HEAP_MEGABYTES,
                                "MB"));
            }
            results.addAll(read(stack, settings));
            return results;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run takes long: what is known already is worth seeing. */
    private static List<Result> told(List<Result> results) {
        results.forEach(result -> System.err.println(result.row()));
        return results;
    }

    private static List<Result> freshness(CatalogueStack stack, Settings settings)
            throws SQLException {
        Elastic elastic = new Elastic(stack.elasticsearch().url());
        return new FreshnessMeasure(stack.database(), elastic)
                .run(settings.runs(), settings.seed());
    }

    /** Without the indexer while nothing changes: it would only take memory. */
    private static List<Result> read(CatalogueStack stack, Settings settings)
            throws SQLException, IOException {
        List<Result> results = new ArrayList<>();
        SearchMeasure search = SearchMeasure.recorded(stack, settings.seed());
        Path fixed = RepositoryRoot.find().resolve("infra/load/target/load.jar");
        try (LocalApplication api = stack.startApi(stack.elasticsearch().url(), fixed)) {
            results.addAll(told(search.run(api.url(), settings.runs())));
            results.addAll(
                    told(
                            new ProductPageMeasure(stack.database(), api.url())
                                    .run(settings.runs(), settings.seed())));
            try (LocalApplication _ = stack.startIndexer()) {
                results.addAll(
                        told(search.whileChanging(api.url(), stack.database(), settings.runs())));
            }
        }
        return results;
    }
}
