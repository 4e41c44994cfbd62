package org.consumptionaid.marketplace.search;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consumptionaid.marketplace.catalog.Catalog;
import org.consumptionaid.marketplace.catalog.Category;
import org.consumptionaid.marketplace.region.Division;
import org.consumptionaid.marketplace.region.ListedCounty;
import org.consumptionaid.marketplace.region.Regions;
import org.consumptionaid.marketplace.search.SearchResult.FacetValue;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the values of facets are called. */
@Component
class FacetNames {
    private static final long FEN_PER_YUAN = 100;
    private static final int MOST_LOCALES = 2;

    private final Catalog catalog;
    private final Regions regions;
    private final MessageSource messages;

    /** What they are made of changes only with a release. */
    private final AsyncCache<Locale, Names> names =
            Caffeine.newBuilder().maximumSize(MOST_LOCALES).buildAsync();

    FacetNames(Catalog catalog, Regions regions, MessageSource messages) {
        this.catalog = catalog;
        this.regions = regions;
        this.messages = messages;
    }

    /** The facets as the caller sees them; what was chosen is there even if it has no product. */
    Mono<Map<String, List<FacetValue>>> named(Found found, ProductQuery query, Locale locale) {
        return Mono.fromFuture(() -> names.get(locale, (key, _) -> namesIn(key).toFuture()), true)
                .map(known -> known.of(found, query));
    }

    private Mono<Names> namesIn(Locale locale) {
        return Mono.zip(regions.listedCounties(), catalog.categories(), provinces())
                .map(all ->
                        new Names(
                                byCode(all.getT1()),
                                byCode(all.getT2(), locale),
                                new CategoryTree(all.getT2()),
                                all.getT3(),
                                locale));
    }

    private Mono<List<String>> provinces() {
        return regions.divisions()
                .map(divisions -> divisions.stream().map(Division::province).distinct().toList());
    }

    private static Map<String, String> byCode(List<ListedCounty> counties) {
        Map<String, String> names = new HashMap<>();
        for (ListedCounty county : counties) {
            if (county.code() != null) {
                names.put(county.code(), county.name());
            }
        }
        return names;
    }

    private static Map<String, String> byCode(List<Category> categories, Locale locale) {
        boolean english = locale.equals(Locale.ENGLISH);
        Map<String, String> names = new HashMap<>();
        categories.forEach(category ->
                names.put(category.code(), english ? category.nameEn() : category.name()));
        return names;
    }

    /** The names of one language. */
    private final class Names {
        private final Map<String, String> counties;
        private final Map<String, String> categories;
        private final CategoryTree tree;
        private final List<String> provinces;
        private final Locale locale;

        Names(
                Map<String, String> counties,
                Map<String, String> categories,
                CategoryTree tree,
                List<String> provinces,
                Locale locale) {
            this.counties = counties;
            this.categories = categories;
            this.tree = tree;
            this.provinces = provinces;
            this.locale = locale;
        }

        Map<String, List<FacetValue>> of(Found found, ProductQuery query) {
            Map<String, List<FacetValue>> named = new LinkedHashMap<>();
            for (Facet facet : Facet.all()) {
                named.put(facet.parameter(), values(facet, found, query.chosen(facet)));
            }
            return named;
        }

        private List<FacetValue> values(Facet facet, Found found, List<String> chosen) {
            boolean isTree = facet == Facet.CATEGORY;
            Map<String, Long> counts = counts(facet, found);
            chosen.forEach(key -> counts.putIfAbsent(key, 0L));
            List<FacetValue> values = new ArrayList<>();
            (isTree ? tree.opened(counts, chosen) : counts)
                    .forEach((key, count) ->
                            values.add(
                                    new FacetValue(
                                            key,
                                            name(facet, key),
                                            count,
                                            isTree ? tree.parent(key) : null)));
            return values;
        }

        /** Who delivers everywhere delivers to every province. */
        private Map<String, Long> counts(Facet facet, Found found) {
            Map<String, Long> counts = new LinkedHashMap<>();
            found.facets()
                    .getOrDefault(facet, List.of())
                    .forEach(count -> counts.put(count.key(), count.count()));
            Long everywhere = facet == Facet.DELIVERY ? counts.remove(Facet.EVERYWHERE) : null;
            if (everywhere != null) {
                provinces.forEach(province -> counts.merge(province, everywhere, Long::sum));
            }
            return counts;
        }

        private String name(Facet facet, String key) {
            return switch (facet) {
                case COUNTY -> counties.getOrDefault(key, key);
                case CATEGORY -> categories.getOrDefault(key, key);
                case PROVINCE, DELIVERY -> key;
                case CERTIFICATE -> sentence("search.certificate." + key, key);
                case SEASON -> sentence("search.season." + key, key);
                case PRICE_BAND -> PriceBand.of(key).map(this::name).orElse(key);
            };
        }

        private String name(PriceBand band) {
            long from = band.fromFen() / FEN_PER_YUAN;
            Long below = band.belowFen();
            if (below == null) {
                return sentence("search.price.from", "", from);
            }
            return sentence(
                    from == 0 ? "search.price.below" : "search.price.between",
                    "",
                    from,
                    below / FEN_PER_YUAN);
        }

        private String sentence(String key, String otherwise, Object... arguments) {
            return String.valueOf(messages.getMessage(key, arguments, otherwise, locale));
        }
    }
}
