package org.consumptionaid.indexer.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.consumptionaid.indexer.Catalogue;
import org.consumptionaid.indexer.SearchIndex;
import org.consumptionaid.indexer.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class RebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HALF_FILLED = "catalog-20200101000000-0a1b2c3d";

    private final SearchIndex search = new SearchIndex();
    private final Catalogue catalogue = Stack.newCatalogue();

    @BeforeEach
    void clear() {
        search.deleteAll();
    }

    @AfterEach
    void close() throws Exception {
        search.close();
    }

    @Test
    void fillsTheFirstIndexFromTheTables() {
        catalogue.addUntold("苹果", 1_500);

        try (ConfigurableApplicationContext _ = Stack.startIndexer(catalogue)) {
            awaitTheDatabasesVersions();
        }
    }

    @Test
    void rebuildsWhileChangesGoOn() {
        List<UUID> products = catalogue.addUntold("苹果", 3_000);
        try (ConfigurableApplicationContext _ = Stack.startIndexer(catalogue);
                ConfigurableApplicationContext _ = Stack.startIndexer(catalogue)) {
            awaitTheDatabasesVersions();
            String old = catalogue.live();

            catalogue.execute("NOTIFY catalog_rebuild");
            Random random = new Random(1);
            for (int i = 0; i < 1_000 || catalogue.live().equals(old); i++) {
                catalogue.setPrice(products.get(random.nextInt(products.size())), 1 + i);
            }

            awaitTheDatabasesVersions();
            assertThat(search.indices()).containsExactly(catalogue.live());
        }
    }

    @Test
    void startsOverAfterAnInterruptedRebuild() {
        catalogue.addUntold("苹果", 100);
        search.create(HALF_FILLED);
        catalogue.execute("UPDATE catalog_index SET next = '" + HALF_FILLED + "'");

        try (ConfigurableApplicationContext _ = Stack.startIndexer(catalogue)) {
            awaitTheDatabasesVersions();
            assertThat(search.indices()).containsExactly(catalogue.live());
        }
    }

    @Test
    void rebuildsAgainAfterElasticsearchDiedDuringARebuild() {
        catalogue.addUntold("苹果", 8_000);
        try (ConfigurableApplicationContext _ = Stack.startIndexer(catalogue)) {
            await().atMost(PATIENCE).until(() -> !search.indices().isEmpty());

            Stack.ELASTICSEARCH.kill();
            assertThat(catalogue.live()).isEqualTo("none");
            Stack.ELASTICSEARCH.restart();

            awaitTheDatabasesVersions();
            assertThat(search.indices()).containsExactly(catalogue.live());
        }
    }

    @Test
    void finishesASwapThatTheDatabaseMissed() {
        catalogue.addUntold("苹果", 100);
        try (ConfigurableApplicationContext _ = Stack.startIndexer(catalogue)) {
            awaitTheDatabasesVersions();
        }
        String swapped = catalogue.live();
        search.create(HALF_FILLED);
        catalogue.execute("UPDATE catalog_index SET next = live, live = '" + HALF_FILLED + "'");

        try (ConfigurableApplicationContext _ = Stack.startIndexer(catalogue)) {
            await().atMost(PATIENCE).until(() -> catalogue.live().equals(swapped));
            await().atMost(PATIENCE).until(() -> search.indices().size() == 1);
        }
    }

    @Test
    void rebuildsAnIndexThatWasDeletedAndNeverLetsAWriteMakeOne() {
        catalogue.addUntold("苹果", 100);
        try (ConfigurableApplicationContext _ = Stack.startIndexer(catalogue)) {
            awaitTheDatabasesVersions();
            String deleted = catalogue.live();

            search.deleteAll();
            catalogue.add("梨", 10);

            await().atMost(PATIENCE).until(() -> !catalogue.live().equals(deleted));
            awaitTheDatabasesVersions();
            assertThat(search.indices()).containsExactly(catalogue.live());
        }
    }

    @Test
    void oneRequestLeadsToOneRebuildHoweverManyHearIt() throws Exception {
        catalogue.addUntold("苹果", 100);
        try (ConfigurableApplicationContext _ = Stack.startIndexer(catalogue);
                ConfigurableApplicationContext _ = Stack.startIndexer(catalogue)) {
            awaitTheDatabasesVersions();
            String old = catalogue.live();

            catalogue.execute("NOTIFY catalog_rebuild");
            await().atMost(PATIENCE).until(() -> !catalogue.live().equals(old));
            String rebuilt = catalogue.live();
            Thread.sleep(Duration.ofSeconds(2));

            assertThat(catalogue.live()).isEqualTo(rebuilt);
        }
    }

    @Test
    void parksARefusedDocumentAndGoesLiveWithoutIt() {
        List<UUID> products = catalogue.addUntold("苹果", 100);
        catalogue.makeUnindexable(products.getFirst());
        catalogue.execute("DELETE FROM catalog_change");

        try (ConfigurableApplicationContext _ = Stack.startIndexer(catalogue)) {
            await().atMost(PATIENCE).until(() -> !catalogue.live().equals("none"));

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(catalogue.parked()).containsExactly(products.getFirst()));
            assertThat(search.listed()).hasSize(99);
        }
    }

    private void awaitTheDatabasesVersions() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> search.versions(catalogue.live()).equals(catalogue.versions()));
    }
}
