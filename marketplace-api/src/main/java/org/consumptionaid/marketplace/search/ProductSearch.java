package org.consumptionaid.marketplace.search;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consumptionaid.marketplace.catalog.Catalog;
import org.consumptionaid.marketplace.catalog.Category;
import org.consumptionaid.marketplace.region.ListedCounty;
import org.consumptionaid.marketplace.region.Regions;
import org.consumptionaid.marketplace.search.SearchRefusal.QueryTooLong;
import org.consumptionaid.marketplace.search.SearchRefusal.SearchUnavailable;
import org.consumptionaid.marketplace.search.SearchRefusal.TooManyChoices;
import org.consumptionaid.marketplace.search.SearchResult.FacetValue;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds products that are on sale. */
@Service
public class ProductSearch {
    static final int MOST_CHARACTERS = 100;
    static final int MOST_CHOICES = 100;

    private final CatalogIndex index;
    private final Catalog catalog;
    private final Regions regions;
    private final MessageSource messages;
    private final Clock clock;

    ProductSearch(
            CatalogIndex index,
            Catalog catalog,
            Regions regions,
            MessageSource messages,
            Clock clock) {
        this.index = index;
        this.catalog = catalog;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    /** Refusals: {@link QueryTooLong}, {@link TooManyChoices}, {@link SearchUnavailable}. */
    Mono<SearchResult> search(ProductQuery query, Locale locale) {
        if (query.text().length() > MOST_CHARACTERS) {
            return new QueryTooLong(MOST_CHARACTERS).asError();
        }
        if (query.counties().size() > MOST_CHOICES || query.categories().size() > MOST_CHOICES) {
            return new TooManyChoices(MOST_CHOICES).asError();
        }
        Instant now = clock.instant();
        int month = BusinessDay.of(now).getMonthValue();
        return index.search(query, now, month)
                .flatMap(found ->
                        countyNames()
                                .flatMap(counties ->
                                        categoryNames(locale)
                                                .map(categories ->
                                                        result(
                                                                found,
                                                                counties,
                                                                categories,
                                                                now,
                                                                month,
                                                                notice(found, locale)))));
    }

    private @Nullable String notice(Found found, Locale locale) {
        return found.fallback() ? messages.getMessage("search.fallback", null, locale) : null;
    }

    private static SearchResult result(
            Found found,
            Map<String, String> counties,
            Map<String, String> categories,
            Instant now,
            int month,
            @Nullable String notice) {
        Cursor next = found.next();
        return new SearchResult(
                found.documents().stream().map(document -> document.hit(now, month)).toList(),
                found.total(),
                Map.of(
                        "county", named(found.counties(), counties),
                        "category", named(found.categories(), categories)),
                found.fallback(),
                notice,
                next == null ? null : next.text());
    }

    private static List<FacetValue> named(List<Found.Count> counts, Map<String, String> names) {
        return counts.stream()
                .map(count ->
                        new FacetValue(
                                count.code(),
                                names.getOrDefault(count.code(), count.code()),
                                count.count()))
                .toList();
    }

    private Mono<Map<String, String>> countyNames() {
        return regions.listedCounties().map(ProductSearch::namesByCode);
    }

    private static Map<String, String> namesByCode(List<ListedCounty> counties) {
        Map<String, String> names = new HashMap<>();
        for (ListedCounty county : counties) {
            if (county.code() != null) {
                names.put(county.code(), county.name());
            }
        }
        return names;
    }

    private Mono<Map<String, String>> categoryNames(Locale locale) {
        return catalog.categories()
                .map(categories -> {
                    Map<String, String> names = new HashMap<>();
                    for (Category category : categories) {
                        names.put(
                                category.code(),
                                locale.equals(Locale.ENGLISH)
                                        ? category.nameEn()
                                        : category.name());
                    }
                    return names;
                });
    }
}
