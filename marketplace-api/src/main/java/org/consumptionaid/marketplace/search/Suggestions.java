package org.consumptionaid.marketplace.search;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.catalog.Catalog;
import org.consumptionaid.marketplace.catalog.Category;
import org.consumptionaid.marketplace.region.ListedCounty;
import org.consumptionaid.marketplace.region.Regions;
import org.consumptionaid.marketplace.search.SearchRefusal.QueryTooLong;
import org.consumptionaid.marketplace.search.Suggestion.Kind;
import org.consumptionaid.marketplace.shared.Pinyin;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What somebody may be about to type: names of products on sale, categories and counties, in
 * Chinese, in pinyin or by initials. Categories and counties alone while the index does not answer.
 */
@Service
class Suggestions {
    private static final int MOST = 10;
    private static final int MOST_CATEGORIES = 2;
    private static final int MOST_COUNTIES = 3;
    private static final int MOST_TYPED = 4_000;

    private final CatalogSuggestions index;
    private final IndexBreaker breaker;
    private final Catalog catalog;
    private final Regions regions;
    private final Clock clock;
    private final AsyncCache<String, List<String>> names =
            Caffeine.newBuilder()
                    .maximumSize(MOST_TYPED)
                    .expireAfterWrite(Finder.FRESH_FOR)
                    .buildAsync();
    private final AsyncCache<Locale, List<Spoken>> places =
            Caffeine.newBuilder().maximumSize(2).buildAsync();

    Suggestions(
            CatalogSuggestions index,
            IndexBreaker breaker,
            Catalog catalog,
            Regions regions,
            Clock clock) {
        this.index = index;
        this.breaker = breaker;
        this.catalog = catalog;
        this.regions = regions;
        this.clock = clock;
    }

    /** A category or a county, with how its Chinese name is read. */
    private record Spoken(Suggestion suggestion, String name, String letters, String initials) {
        static Spoken of(Suggestion suggestion, String name) {
            String reading = Pinyin.of(name);
            return new Spoken(
                    suggestion,
                    name,
                    reading.replace(" ", ""),
                    reading.replaceAll("(\\S)\\S* ?", "$1"));
        }

        boolean begins(String typed) {
            String letters = typed.replaceAll("[ ']", "");
            return name.startsWith(typed)
                    || suggestion.text().toLowerCase(Locale.ROOT).startsWith(typed)
                    || this.letters.startsWith(letters)
                    || initials.startsWith(letters);
        }
    }

    /** At most ten; none for nothing. Refusals: {@link QueryTooLong}. */
    Mono<List<Suggestion>> of(String q, Locale locale) {
        if (q.length() > ProductSearch.MOST_CHARACTERS) {
            return new QueryTooLong(ProductSearch.MOST_CHARACTERS).asError();
        }
        String typed = SearchWords.tidy(q);
        if (typed.isEmpty()) {
            return Mono.just(List.of());
        }
        return places(locale)
                .map(places -> begun(places, typed))
                .flatMap(begun -> names(typed).map(names -> together(names, begun)));
    }

    private static List<Suggestion> begun(List<Spoken> places, String typed) {
        return Stream.concat(
                        begun(places, typed, Kind.CATEGORY, MOST_CATEGORIES),
                        begun(places, typed, Kind.COUNTY, MOST_COUNTIES))
                .toList();
    }

    private static Stream<Suggestion> begun(
            List<Spoken> places, String typed, Kind kind, int most) {
        return places.stream()
                .filter(place -> place.suggestion().kind() == kind && place.begins(typed))
                .map(Spoken::suggestion)
                .limit(most);
    }

    private static List<Suggestion> together(List<String> names, List<Suggestion> begun) {
        return Stream.concat(
                        names.stream().limit(MOST - begun.size()).map(Suggestion::ofProduct),
                        begun.stream())
                .toList();
    }

    private Mono<List<String>> names(String typed) {
        return Mono.fromFuture(() -> names.get(typed, (t, _) -> ask(t).toFuture()), true);
    }

    private Mono<List<String>> ask(String typed) {
        return breaker.guard(index.names(typed, MOST, clock.instant()))
                .onErrorResume(IndexBreaker::isOutage, _ -> Mono.just(List.of()));
    }

    private Mono<List<Spoken>> places(Locale locale) {
        return Mono.fromFuture(() -> places.get(locale, (l, _) -> readable(l).toFuture()), true);
    }

    private Mono<List<Spoken>> readable(Locale locale) {
        return catalog.categories()
                .flatMap(categories ->
                        regions.listedCounties()
                                .map(counties ->
                                        Stream.concat(
                                                        categories.stream()
                                                                .map(one -> of(one, locale)),
                                                        counties.stream().flatMap(Suggestions::of))
                                                .toList()));
    }

    private static Spoken of(Category category, Locale locale) {
        String name = locale.equals(Locale.ENGLISH) ? category.nameEn() : category.name();
        return Spoken.of(new Suggestion(Kind.CATEGORY, name, category.code()), category.name());
    }

    private static Stream<Spoken> of(ListedCounty county) {
        return Stream.ofNullable(county.code())
                .map(code ->
                        Spoken.of(new Suggestion(Kind.COUNTY, county.name(), code), county.name()));
    }
}
