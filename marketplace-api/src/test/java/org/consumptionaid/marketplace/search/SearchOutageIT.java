package org.consumptionaid.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The index is killed and comes back; buyers go on. */
class SearchOutageIT extends OnIndex {
    private static final Logger LOG = LoggerFactory.getLogger(SearchOutageIT.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(300);
    private static final Duration HEALS_WITHIN = Duration.ofSeconds(20);
    private static final int SEARCHES = 40;

    @AfterEach
    void bringBack() {
        ELASTICSEARCH.restart();
        heal();
    }

    @Test
    void goesOnFromTheDatabaseAndHealsByItself() {
        List<String> before = names(search("q=会宁土豆"));
        ELASTICSEARCH.kill();
        for (int i = 0; i < 4; i++) {
            search("q=苹果" + i); // until the breaker has seen enough
        }

        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            long begin = System.nanoTime();
            JsonNode found =
                    search("q=苹果&priceBand=500-1000&season=now&cursor=&province=甘肃省&x=" + i).body();
            millis.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
            assertThat(found.get("degraded").asBoolean()).isTrue();
            assertThat(found.get("notice").asString()).contains("简化搜索");
        }
        LOG.info(
                "waits while the index is down: {} ms at most, {} ms at the median",
                Collections.max(millis),
                millis.stream().sorted().toList().get(SEARCHES / 2));
        assertThat(Collections.max(millis)).isLessThan(LONGEST_WAIT.toMillis());
        assertThat(names(search("q=会宁土豆"))).containsAll(before.subList(0, 1));

        bringBack();
        assertThat(names(search("q=会宁土豆"))).isEqualTo(before);
    }

    @Test
    void waitsOnceASecondAtMostForAnIndexThatTakesConnectionsAndNeverAnswers() {
        for (int i = 0; i < 10; i++) {
            search("q=苹果&county=" + i); // all is well
        }
        List<Long> before = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        ELASTICSEARCH.suspend();
        try {
            for (int i = 0; i < 10; i++) {
                before.add(waitFor("q=土豆&x=" + i + "&cursor=&county=1" + i));
            }
            for (int i = 0; i < SEARCHES; i++) {
                after.add(waitFor("q=苹果&province=甘肃省&county=2" + i));
            }
        } finally {
            ELASTICSEARCH.resume();
        }
        List<Long> waited =
                before.stream().filter(millis -> millis >= LONGEST_WAIT.toMillis()).toList();
        LOG.info(
                "waits for an index that hangs: {} ms until the breaker opens, then {} ms at most",
                waited,
                Collections.max(after));
        assertThat(waited).hasSizeBetween(1, 3);
        assertThat(Collections.max(before))
                .isLessThan(CatalogIndex.SEARCH_TIMEOUT.plus(LONGEST_WAIT).toMillis());
        assertThat(Collections.max(after)).isLessThan(LONGEST_WAIT.toMillis());
        heal();
    }

    private long waitFor(String query) {
        long begin = System.nanoTime();
        JsonNode found = search(query).body();
        assertThat(found.get("degraded").asBoolean()).isTrue();
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    @Test
    void countsFacetsWithoutTheIndexAsWithIt() {
        List<String> queries =
                List.of(
                        "q=",
                        "province=甘肃省&province=云南省&season=now",
                        "category=fruit&priceBand=500-1000&priceBand=1000-2000",
                        "certificate=GEOGRAPHICAL_INDICATION&delivery=甘肃省",
                        "county=620422&category=tuber");
        List<Map<String, Long>> counted = queries.stream().map(this::counts).toList();
        down();

        for (int i = 0; i < queries.size(); i++) {
            String query = queries.get(i);
            Map<String, Long> expected = counted.get(i);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(counts(query)).isEqualTo(expected));
        }
        JsonNode byWord = search("q=洋芋").body();
        assertThat(
                        byWord.get("facets")
                                .get("county")
                                .valueStream()
                                .mapToLong(county -> county.get("count").asLong())
                                .sum())
                .as("every product has one county")
                .isEqualTo(byWord.get("total").asLong())
                .isPositive();
    }

    private Map<String, Long> counts(String query) {
        Map<String, Long> counts = new TreeMap<>();
        search(query)
                .body()
                .get("facets")
                .forEachEntry((facet, values) ->
                        values.forEach(value ->
                                counts.put(
                                        facet + " " + value.get("key").asString(),
                                        value.get("count").asLong())));
        assertThat(counts).isNotEmpty();
        return counts;
    }

    @Test
    void findsByNamePlaceCategoryAndReadingWithoutTheIndex() {
        down();

        assertThat(names(search("q=洋芋"))).isNotEmpty().first().asString().contains("洋芋");
        assertThat(names(search("q=yangyu"))).first().asString().contains("洋芋");
        assertThat(names(search("q=会宁土豆"))).containsExactly("会宁洋芋");
        assertThat(names(search("q=昭阳苹果"))).containsExactly("昭通苹果");
        assertThat(
                        search("q=云南")
                                .body()
                                .get("items")
                                .valueStream()
                                .map(item -> item.get("province").asString()))
                .isNotEmpty()
                .containsOnly("云南省");
        assertThat(search("q=水果").body().get("total").asLong())
                .isEqualTo(search("category=fruit").body().get("total").asLong());
        assertThat(search("category=tuber-potato").body().get("total").asLong())
                .isPositive()
                .isLessThan(search("category=tuber").body().get("total").asLong());
        assertThat(search("q=验收_%25").body().get("total").asLong()).isZero();
        assertThat(search("certificate=GEOGRAPHICAL_INDICATION").body().get("total").asLong())
                .isEqualTo(24);
        assertThat(
                        api.get("", "/products/suggestions?q=huining")
                                .body()
                                .get("items")
                                .findValuesAsString("text"))
                .isNotEmpty()
                .allMatch(text -> text.contains("会宁"));
        assertThat(search("q=洋芋&explain=true").body().get("items").get(0).get("reasons").size())
                .isPositive();
    }

    @Test
    void pagesThroughEveryOrderWithoutTheIndex() {
        String next = search("category=fruit").body().get("next").asString();
        down();
        await().during(Finder.FRESH_FOR).until(() -> true); // what the index said is forgotten

        for (String sort : List.of("relevance", "price", "distance", "newest")) {
            Set<String> seen = new HashSet<>();
            String cursor = "";
            long total;
            do {
                JsonNode page =
                        search("category=fruit&near=620422&sort=" + sort + "&cursor=" + cursor)
                                .body();
                page.get("items")
                        .forEach(item -> assertThat(seen.add(item.get("id").asString())).isTrue());
                total = page.get("total").asLong();
                cursor = page.path("next").asString("");
            } while (!cursor.isEmpty());
            assertThat(seen).as(sort).hasSize(Math.toIntExact(total));
        }
        assertThat(api.get("", "/products?category=fruit&cursor=" + next).text("/type"))
                .endsWith("cursor-invalid");
    }

    private void down() {
        ELASTICSEARCH.kill();
        await().atMost(Duration.ofSeconds(5)).until(() -> degraded("q=down" + System.nanoTime()));
    }

    private void heal() {
        await().atMost(HEALS_WITHIN).until(() -> !degraded("q=healed" + System.nanoTime()));
    }

    private boolean degraded(String query) {
        return search(query).body().get("degraded").asBoolean();
    }
}
