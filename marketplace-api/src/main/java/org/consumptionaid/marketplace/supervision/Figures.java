package org.consumptionaid.marketplace.supervision;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.consumptionaid.marketplace.supervision.FigureRules.Cell;
import org.consumptionaid.marketplace.supervision.FigureStore.County;
import org.consumptionaid.marketplace.supervision.FigureStore.SealedBy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The published figures: turnover, households reached and money by mode, per county and month, over
 * sealed entries. Only of months that are over: of a month that still grows two answers minutes
 * apart would show by their difference what one household received.
 */
@Service
public class Figures {
    private static final String FEWEST_HOUSEHOLDS = "publication.least-households";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_MONTHS_KEPT = 120;

    /** What is booked at the month's end has its seal by then. */
    private static final Duration UNTIL_ALL_IS_SEALED = Duration.ofHours(1);

    private final FigureStore store;
    private final Rules rules;
    private final Clock clock;
    private final AsyncCache<YearMonth, FiguresView> cache =
            Caffeine.newBuilder().maximumSize(MOST_MONTHS_KEPT).expireAfterWrite(KEPT).buildAsync();

    Figures(FigureStore store, Rules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** Of a month, the last one that is over if none is given. Refusals: {@link NotFound}. */
    public Mono<FiguresView> ofMonth(@Nullable YearMonth wanted) {
        YearMonth last = YearMonth.from(BusinessDay.today(clock)).minusMonths(1);
        YearMonth month = wanted == null ? last : wanted;
        if (clock.instant().isBefore(end(month).plus(UNTIL_ALL_IS_SEALED))) {
            return wanted == null ? ofMonth(last.minusMonths(1)) : new NotFound().asError();
        }
        return Mono.fromFuture(() -> cache.get(month, (_, _) -> load(month).toFuture()));
    }

    private Mono<FiguresView> load(YearMonth month) {
        Instant from = BusinessDay.start(month.atDay(1));
        return rules.inForce(FEWEST_HOUSEHOLDS, from)
                .flatMap(fewest ->
                        store.cells(from, end(month))
                                .zipWith(
                                        store.seal(from, end(month))
                                                .map(Optional::of)
                                                .defaultIfEmpty(Optional.empty()))
                                .flatMap(found ->
                                        view(month, fewest, found.getT1(), found.getT2())));
    }

    private Mono<FiguresView> view(
            YearMonth month, long fewest, List<Cell> cells, Optional<SealedBy> seal) {
        List<FigureRules.Row> rows = FigureRules.publish(cells, fewest);
        return store.names(cells.stream().map(Cell::county).distinct().toList())
                .map(counties ->
                        counties.stream().collect(Collectors.toMap(County::code, County::name)))
                .map(names ->
                        new FiguresView(
                                month.toString(),
                                seal.map(SealedBy::number).orElse(null),
                                seal.map(SealedBy::hash).orElse(null),
                                fewest,
                                rows.stream().map(row -> named(row, names)).toList()));
    }

    private static FiguresView.Row named(FigureRules.Row row, Map<String, String> names) {
        return new FiguresView.Row(
                row.measure(),
                row.county(),
                row.county() == null ? null : names.get(row.county()),
                row.households(),
                row.fen());
    }

    private static Instant end(YearMonth month) {
        return BusinessDay.start(month.plusMonths(1).atDay(1));
    }
}
