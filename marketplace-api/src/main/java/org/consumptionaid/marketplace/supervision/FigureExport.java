package org.consumptionaid.marketplace.supervision;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The published figures of an export's whole months, and the places needed to sum them again. */
@Component
class FigureExport {
    private static final int MOST_MONTHS = 24;

    private final Figures figures;
    private final FigureStore store;
    private final JsonMapper json;

    FigureExport(Figures figures, FigureStore store, JsonMapper json) {
        this.figures = figures;
        this.store = store;
        this.json = json;
    }

    private record Line(
            String month,
            long fewest,
            String measure,
            @Nullable String county,
            @Nullable Long households,
            @Nullable Long fen) {}

    /** Of months that lie in the days with a day to spare, for what was sealed after midnight. */
    Mono<List<String>> figures(LocalDate from, LocalDate to) {
        return Flux.fromIterable(wholeMonths(from, to))
                .concatMap(month ->
                        figures.ofMonth(month)
                                .onErrorResume(
                                        RefusedException.class,
                                        _ -> Mono.empty())) // a month that is not over
                .concatMapIterable(view -> lines(view))
                .collectList();
    }

    Mono<List<String>> households(long firstSeal, long lastSeal) {
        return store.households(firstSeal, lastSeal).map(this::texts);
    }

    Mono<List<String>> cooperatives(long firstSeal, long lastSeal) {
        return store.cooperatives(firstSeal, lastSeal).map(this::texts);
    }

    private List<String> texts(List<FigureStore.Place> places) {
        return places.stream().map(json::writeValueAsString).toList();
    }

    private List<String> lines(FiguresView view) {
        List<String> lines = new ArrayList<>();
        for (FiguresView.Row row : view.rows()) {
            lines.add(
                    json.writeValueAsString(
                            new Line(
                                    view.month(),
                                    view.fewestHouseholds(),
                                    row.measure(),
                                    row.countyCode(),
                                    row.households(),
                                    row.fen())));
        }
        return lines;
    }

    private static List<YearMonth> wholeMonths(LocalDate from, LocalDate to) {
        YearMonth first = YearMonth.from(from.minusDays(1)).plusMonths(1);
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(MOST_MONTHS)
                .takeWhile(month -> month.atEndOfMonth().isBefore(to))
                .toList();
    }
}
