package org.consumptionaid.indexer.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.consumptionaid.indexer.Catalogue;
import org.consumptionaid.indexer.SearchIndex;
import org.consumptionaid.indexer.Stack;
import org.consumptionaid.indexer.index.CatalogDocument;
import org.consumptionaid.indexer.index.CatalogWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class FeedIT {

    /** From commit to a search that finds it. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SearchIndex search = new SearchIndex();
    private final Catalogue catalogue = Stack.newCatalogue();
    private ConfigurableApplicationContext indexer;

    @BeforeEach
    void start() {
        search.deleteAll();
        indexer = Stack.startIndexer(catalogue);
        await().atMost(PATIENCE).until(() -> !catalogue.live().equals("none"));
    }

    @AfterEach
    void stop() throws Exception {
        indexer.close();
        search.close();
    }

    @Test
    void indexesAChangeWithinTwoSeconds() {
        for (int i = 0; i < 5; i++) {
            UUID id = catalogue.add("苹果" + i + "-");

            await().atMost(FRESH).until(() -> search.listed().contains(id));
        }
    }

    @Test
    void indexesAChangeWithinTwoSecondsWhenNobodyNotifies() {
        UUID id = catalogue.addUntold("苹果", 1).getFirst();
        catalogue.execute("INSERT INTO catalog_change (aggregateid) VALUES ('" + id + "')");

        await().atMost(FRESH).until(() -> search.listed().contains(id));
    }

    @Test
    void aWithdrawnProductDisappearsFromTheAlias() {
        UUID id = catalogue.add("苹果");
        await().atMost(FRESH).until(() -> search.listed().contains(id));

        catalogue.withdraw(id);

        await().atMost(FRESH).until(() -> !search.listed().contains(id));
        assertThat(search.versions(catalogue.live())).containsKey(id);
    }

    @Test
    void anOlderVersionNeverReplacesANewer() {
        UUID id = catalogue.add("苹果");
        catalogue.setPrice(id, 4_200);
        awaitTheDatabasesVersions();

        CatalogWriter writer = indexer.getBean(CatalogWriter.class);
        byte[] older = "{\"name\":\"苹果\",\"listed\":true}".getBytes(StandardCharsets.UTF_8);
        assertThat(
                        writer.write(
                                        List.of(catalogue.live()),
                                        List.of(new CatalogDocument(id, 1, older)))
                                .refused())
                .isEmpty();

        assertThat(search.versions(catalogue.live())).isEqualTo(catalogue.versions());
    }

    @Test
    void losesNoChangeWhileElasticsearchIsDown() {
        List<UUID> products = catalogue.add("苹果", 300);
        awaitTheDatabasesVersions();

        Stack.ELASTICSEARCH.kill();
        products.subList(0, 100).forEach(id -> catalogue.setPrice(id, 4_200));
        products.subList(50, 150).forEach(catalogue::withdraw);
        catalogue.add("梨", 200);
        assertThat(catalogue.pending()).isEqualTo(400);
        Stack.ELASTICSEARCH.restart();

        awaitTheDatabasesVersions();
        assertThat(catalogue.parked()).isEmpty();
    }

    @Test
    void twoIndexersSideBySideEndWithTheDatabasesVersions() {
        try (ConfigurableApplicationContext second = Stack.startIndexer(catalogue)) {
            List<UUID> products = catalogue.add("苹果", 50);
            Random random = new Random(1);
            for (int i = 0; i < 1_000; i++) {
                UUID id = products.get(random.nextInt(products.size()));
                catalogue.setPrice(id, 1 + random.nextInt(10_000));
            }
            awaitTheDatabasesVersions();
            assertThat(indexed(indexer)).as("the share of the first").isPositive();
            assertThat(indexed(second)).as("the share of the second").isPositive();
        }
    }

    @Test
    void parksADocumentThatCannotBeIndexed() {
        List<UUID> products = catalogue.add("苹果", 3);
        awaitTheDatabasesVersions();
        UUID bad = products.get(1);

        catalogue.makeUnindexable(bad);
        catalogue.setPrice(products.get(2), 4_200);
        await().atMost(PATIENCE).until(() -> catalogue.pending() == 0);

        assertThat(catalogue.parked()).containsExactly(bad);

        catalogue.makeIndexable(bad);
        awaitTheDatabasesVersions();
        assertThat(catalogue.parked()).isEmpty();
    }

    private void awaitTheDatabasesVersions() {
        Map<UUID, Long> expected = catalogue.versions();
        await().atMost(PATIENCE).until(() -> search.versions(catalogue.live()).equals(expected));
        assertThat(catalogue.pending()).isZero();
    }

    private static double indexed(ConfigurableApplicationContext context) {
        return context.getBean(MeterRegistry.class).counter("catalog.feed.indexed").count();
    }
}
