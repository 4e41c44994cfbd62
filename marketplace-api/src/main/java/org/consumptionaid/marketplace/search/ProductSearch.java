package org.consumptionaid.marketplace.search;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Identity;
import org.consumptionaid.marketplace.pricing.BuyerKind;
import org.consumptionaid.marketplace.pricing.ListPrice;
import org.consumptionaid.marketplace.pricing.PriceOffers;
import org.consumptionaid.marketplace.region.Division;
import org.consumptionaid.marketplace.region.Regions;
import org.consumptionaid.marketplace.search.ProductQuery.Place;
import org.consumptionaid.marketplace.search.SearchRefusal.NowhereToStart;
import org.consumptionaid.marketplace.search.SearchRefusal.QueryTooLong;
import org.consumptionaid.marketplace.search.SearchRefusal.TooManyChoices;
import org.consumptionaid.marketplace.search.SearchRefusal.UnknownSort;
import org.consumptionaid.marketplace.search.SearchResult.FacetValue;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.SharedRefusal.CursorInvalid;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds products that are on sale. */
@Service
public class ProductSearch {
    static final int MOST_CHARACTERS = 100;

    private final HotAnswers hot;
    private final Finder finder;
    private final FacetNames facetNames;
    private final PriceOffers offers;
    private final Identity identity;
    private final Regions regions;
    private final MessageSource messages;
    private final Clock clock;

    ProductSearch(
            HotAnswers hot,
            Finder finder,
            FacetNames facetNames,
            PriceOffers offers,
            Identity identity,
            Regions regions,
            MessageSource messages,
            Clock clock) {
        this.hot = hot;
        this.finder = finder;
        this.facetNames = facetNames;
        this.offers = offers;
        this.identity = identity;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Searches for anyone. Refusals: {@link QueryTooLong}, {@link TooManyChoices}, {@link
     * UnknownSort}, {@link NowhereToStart}, {@link CursorInvalid}.
     */
    Mono<SearchResult> search(SearchParameters parameters, @Nullable Caller caller, Locale locale) {
        ProductQuery query = parameters.query(BusinessDay.today(clock).toEpochDay());
        if (query.text().length() > MOST_CHARACTERS) {
            return new QueryTooLong(MOST_CHARACTERS).asError();
        }
        return placed(query, parameters.near(), caller)
                .flatMap(placed -> hot.answer(placed, locale, found(placed, locale)))
                .flatMap(result ->
                        priced(result, BuyerKind.of(caller == null ? null : caller.role())));
    }

    /**
     * Answers are kept for everybody; what an offer for the buyer's kind changes is not in them.
     */
    private Mono<SearchResult> priced(SearchResult result, BuyerKind kind) {
        if (kind == BuyerKind.ANY) {
            return Mono.just(result);
        }
        Map<UUID, ListPrice> listed =
                result.items().stream().collect(toMap(ProductHit::id, ProductHit::listPrice));
        return offers.ofOnePackage(kind, listed)
                .map(own ->
                        result.with(
                                result.items().stream()
                                        .map(hit -> hit.at(own.get(hit.id())))
                                        .toList()));
    }

    private Mono<SearchResult> found(ProductQuery query, Locale locale) {
        return finder.find(query)
                .flatMap(found ->
                        facetNames
                                .named(found, query, locale)
                                .map(facets -> result(found, facets, locale)));
    }

    private Mono<ProductQuery> placed(
            ProductQuery query, @Nullable String near, @Nullable Caller caller) {
        return query.sort() == ProductSort.DISTANCE
                ? county(near, caller)
                        .flatMap(this::place)
                        .map(query::near)
                        .switchIfEmpty(new NowhereToStart().asError())
                : Mono.just(query);
    }

    private Mono<String> county(@Nullable String near, @Nullable Caller caller) {
        if (near != null && !near.isBlank()) {
            return Mono.just(near);
        }
        return caller == null
                ? Mono.empty()
                : identity.me(caller).mapNotNull(person -> person.countyCode());
    }

    private Mono<Place> place(String county) {
        return regions.divisions()
                .flatMapIterable(divisions -> divisions)
                .filter(division -> division.code().equals(county))
                .next()
                .mapNotNull(ProductSearch::place);
    }

    private static @Nullable Place place(Division division) {
        Double longitude = division.longitude();
        Double latitude = division.latitude();
        return longitude == null || latitude == null ? null : new Place(longitude, latitude);
    }

    private SearchResult result(Found found, Map<String, List<FacetValue>> facets, Locale locale) {
        Cursor next = found.next();
        return new SearchResult(
                found.items().stream().map(item -> hit(item, found.at(), locale)).toList(),
                found.total(),
                facets,
                found.fallback(),
                found.degraded(),
                notice(found, locale),
                next == null ? null : next.text());
    }

    private ProductHit hit(Found.Item item, Instant at, Locale locale) {
        int month = BusinessDay.of(at).getMonthValue();
        List<String> reasons =
                item.reasons().stream().map(reason -> sentence(reason, locale)).toList();
        return item.document()
                .hit(at, month, item.distanceMetres(), reasons.isEmpty() ? null : reasons);
    }

    private String sentence(Reason reason, Locale locale) {
        return messages.getMessage(reason.kind().key(), new Object[] {reason.words()}, locale);
    }

    private @Nullable String notice(Found found, Locale locale) {
        if (found.degraded()) {
            String key = found.facets().isEmpty() ? "search.degraded.uncounted" : "search.degraded";
            return messages.getMessage(key, null, locale);
        }
        return found.fallback() ? messages.getMessage("search.fallback", null, locale) : null;
    }
}
