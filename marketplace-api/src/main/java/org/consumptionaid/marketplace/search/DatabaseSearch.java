package org.consumptionaid.marketplace.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consumptionaid.marketplace.region.Division;
import org.consumptionaid.marketplace.region.Regions;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.Pinyin;
import org.consumptionaid.marketplace.shared.SharedRefusal.CursorInvalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Browsing and keyword search without the index: by place, category and how names are read, without
 * initials, slips of the pen and what comes nearest.
 */
@Component
class DatabaseSearch {
    private static final int SHORTEST_PLACE = 2;
    private static final int MOST_READINGS = 13;

    private final DatabaseSearchStore store;
    private final ProductNames names;
    private final Regions regions;
    private final JsonMapper json;

    DatabaseSearch(
            DatabaseSearchStore store, ProductNames names, Regions regions, JsonMapper json) {
        this.store = store;
        this.names = names;
        this.regions = regions;
        this.json = json;
    }

    /**
     * What the words mean to the database.
     *
     * @param text as it was typed
     * @param readings of the text, then of its other names
     * @param place the text's beginning, if it names places
     * @param readingsElsewhere of what follows the place
     */
    record Words(
            String text,
            List<String> readings,
            @Nullable String place,
            List<String> readingsElsewhere) {}

    /** Refusals: {@link CursorInvalid} for a place in a list that came from the index. */
    Mono<Found> search(ProductQuery query, Instant now, int month) {
        Cursor after = query.after();
        if (after != null && !after.isOfDatabase()) {
            return new CursorInvalid().asError();
        }
        return regions.divisions()
                .map(divisions -> words(query.text(), divisions))
                .flatMap(words ->
                        Mono.zip(
                                        store.count(query, words, now, month),
                                        store.page(query, words, now, month),
                                        store.counts(query, words, now, month))
                                .map(all ->
                                        found(query, all.getT2(), all.getT1(), all.getT3(), now)));
    }

    private Found found(
            ProductQuery query,
            List<DatabaseSearchStore.Row> rows,
            long total,
            Map<Facet, List<Found.Count>> counts,
            Instant now) {
        int month = BusinessDay.of(now).getMonthValue();
        List<DatabaseSearchStore.Row> page = rows.subList(0, Math.min(Page.SIZE, rows.size()));
        boolean last = rows.size() <= Page.SIZE;
        return new Found(
                page.stream().map(row -> item(query, row, month)).toList(),
                total,
                counts,
                false,
                true,
                last ? null : page.getLast().cursor(),
                now);
    }

    private Found.Item item(ProductQuery query, DatabaseSearchStore.Row row, int month) {
        ProductDocument document = json.readValue(row.document(), ProductDocument.class);
        boolean byDistance = query.sort() == ProductSort.DISTANCE;
        return new Found.Item(
                document,
                byDistance ? Math.round(row.rank()) : null,
                query.explain()
                        ? CatalogRanking.reasons(document, query.sort(), month)
                        : List.of());
    }

    private Words words(String typed, List<Division> divisions) {
        String text = SearchWords.of(typed).text();
        int length = placeLength(text, divisions);
        String rest = text.substring(length).strip();
        return new Words(
                text,
                readings(text),
                length == 0 ? null : text.substring(0, length).strip(),
                rest.isEmpty() ? List.of() : readings(rest));
    }

    /** How much of the beginning is a place, in its full or short form: 云南苹果, 会宁县洋芋. */
    private static int placeLength(String text, List<Division> divisions) {
        for (int length = text.length(); length >= SHORTEST_PLACE; length--) {
            String beginning = text.substring(0, length);
            if (divisions.stream().anyMatch(division -> isIn(division, beginning))) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isIn(Division division, String place) {
        return division.name().startsWith(place)
                || division.prefecture().startsWith(place)
                || division.province().startsWith(place);
    }

    private List<String> readings(String text) {
        Set<String> readings = new LinkedHashSet<>();
        if (!text.isEmpty()) {
            readings.addAll(Syllables.readings(text));
            said(text).forEach(name -> readings.add(Pinyin.of(name)));
        }
        return readings.stream().limit(MOST_READINGS).toList();
    }

    private List<String> said(String text) {
        List<String> said = new ArrayList<>();
        said.add(text);
        said.addAll(names.variants(text));
        said.addAll(names.readAs(text));
        return said;
    }
}
