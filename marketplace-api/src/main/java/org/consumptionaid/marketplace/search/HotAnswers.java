package org.consumptionaid.marketplace.search;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consumptionaid.marketplace.search.CatalogGeneration.Generation;
import org.consumptionaid.marketplace.search.SearchResult.FacetValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives the answer that was given before, for as long as the index shows what it showed then; for
 * {@link Finder#FRESH_FOR} where that is not known. Asked by many at once, it asks only once.
 */
@Component
class HotAnswers {
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 96L << 20;
    private static final int ANSWER_BYTES = 500;
    private static final int ITEM_BYTES = 1_500;
    private static final int VALUE_BYTES = 40;

    private final CatalogGeneration generation;
    private final AsyncCache<Asked, SearchResult> answers =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((Asked _, SearchResult answer) -> bytes(answer))
                    .expireAfter(Expiry.creating(HotAnswers::keptFor))
                    .buildAsync();

    HotAnswers(CatalogGeneration generation) {
        this.generation = generation;
    }

    private record Asked(ProductQuery query, Locale locale, @Nullable Generation generation) {}

    /** Whoever goes away leaves the search to those who still wait for it. */
    Mono<SearchResult> answer(ProductQuery query, Locale locale, Mono<SearchResult> search) {
        return Mono.fromFuture(
                () ->
                        answers.get(
                                new Asked(query, locale, generation.current()),
                                (_, _) -> search.toFuture()),
                true);
    }

    /** What the database found while the index was away is not what the index will find. */
    private static Duration keptFor(Asked asked, SearchResult answer) {
        return asked.generation() == null || answer.degraded() ? Finder.FRESH_FOR : KEPT_FOR;
    }

    private static int bytes(SearchResult answer) {
        Map<String, List<FacetValue>> facets = answer.facets();
        int values = facets.values().stream().mapToInt(List::size).sum();
        return ANSWER_BYTES + answer.items().size() * ITEM_BYTES + values * VALUE_BYTES;
    }
}
