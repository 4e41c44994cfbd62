package org.consumptionaid.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** An answer is given again exactly as long as the index shows the same. */
class HotAnswersIT extends OnIndex {
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(20);
    private static final Duration GONE_WITHIN = Duration.ofSeconds(2);

    @Autowired private HotAnswers hot;
    @Autowired private CatalogGeneration generation;
    private final AtomicInteger asked = new AtomicInteger();

    /** Nobody else's, so that no other test has asked before. */
    private final Locale locale = Locale.of("zh", "CN", "t" + System.nanoTime());

    @BeforeEach
    void lookedAtTheIndex() {
        await().until(() -> generation.current() != null);
    }

    @Test
    void staysLongerThanASecondWhileNothingChanges() {
        await().atMost(SETTLED_WITHIN).until(this::stays);
    }

    @Test
    void goesWhenTheIndexShowsSomethingElse() {
        JsonNode first = search("q=洋芋").body().get("items").get(0);
        String old = first.get("name").asString();
        answer(false);

        rename(first, "刚改名的洋芋");

        await().atMost(GONE_WITHIN).until(() -> names(search("q=洋芋")).contains("刚改名的洋芋"));
        await().atMost(GONE_WITHIN)
                .untilAsserted(() -> {
                    answer(false);
                    assertThat(asked).hasValueGreaterThan(1);
                });
        rename(first, old);
        await().atMost(GONE_WITHIN).until(() -> names(search("q=洋芋")).contains(old));
    }

    /** An index that has just been filled may still refresh. */
    private boolean stays() {
        answer(false);
        int before = asked.get();
        await().pollDelay(Finder.FRESH_FOR.multipliedBy(2)).until(() -> true);
        answer(false);
        return asked.get() == before;
    }

    private static void rename(JsonNode product, String name) {
        String id = product.get("id").asString();
        send("POST", "/catalog/_update/" + id, "{\"doc\":{\"name\":\"" + name + "\"}}");
    }

    @Test
    void fromTheDatabaseStaysForASecondOnly() {
        answer(true);
        await().pollDelay(Finder.FRESH_FOR.multipliedBy(2)).until(() -> true);
        answer(true);

        assertThat(asked).hasValue(2);
    }

    private void answer(boolean degraded) {
        SearchResult result = new SearchResult(List.of(), 0, Map.of(), false, degraded, null, null);
        Mono<SearchResult> search =
                Mono.fromCallable(() -> {
                    asked.incrementAndGet();
                    return result;
                });
        assertThat(hot.answer(ProductQuery.EVERYTHING, locale, search).block()).isEqualTo(result);
    }
}
