package org.consumptionaid.marketplace.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consumptionaid.marketplace.supervision.TodayView.Day;
import org.consumptionaid.marketplace.supervision.TodayView.Feed;
import org.consumptionaid.marketplace.supervision.TodayView.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SupervisionStore {
    private static final String FIGURES =
            """
            SELECT (SELECT count(*) FROM purchase_order WHERE placed_at >= :start) AS orders,
                   (SELECT coalesce(sum(total_fen), 0)::bigint FROM purchase_order WHERE placed_at >= :start) AS orders_fen,
                   (SELECT coalesce(sum(p.amount_fen), 0)::bigint
                    FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id AND p.amount_fen > 0
                    WHERE e.kind = 'PAYMENT_RECEIVED' AND e.booked_at >= :start
                      AND NOT EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = e.id)) AS paid_fen,
                   (SELECT coalesce(sum(p.amount_fen), 0)::bigint
                    FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id AND p.amount_fen > 0
                    WHERE e.kind = 'PAID_OUT' AND e.booked_at >= :start
                      AND NOT EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = e.id)) AS settled_fen,
                   (SELECT count(*) FROM product WHERE created_at >= :start) AS new_products,
                   (SELECT count(*) FROM product WHERE listed) AS listed_products,
                   (SELECT count(DISTINCT organisation_id) FROM product WHERE listed) AS cooperatives,
                   (SELECT count(DISTINCT county_code) FROM product WHERE listed) AS counties,
                   (SELECT count(*) FROM catalog_change) AS pending,
                   (SELECT extract(epoch FROM :now - min(created_at))::bigint FROM catalog_change) AS oldest_seconds,
                   (SELECT count(*) FROM catalog_change_parked) AS parked
            """;
    private static final String WAITING =
            """
            SELECT state, count(*) AS count, sum(total_fen)::bigint AS total_fen FROM purchase_order
            WHERE state NOT IN ('SETTLED', 'CANCELLED', 'REJECTED') GROUP BY state ORDER BY state
            """;
    private static final String BY_DAY =
            """
            SELECT d.day::date AS day, count(o.id) AS orders, coalesce(sum(o.total_fen), 0)::bigint AS orders_fen
            FROM generate_series(:day::timestamp - interval '13 days', :day::timestamp, interval '1 day') AS d (day)
            LEFT JOIN purchase_order o ON o.placed_at >= d.day AT TIME ZONE 'Asia/Shanghai'
                                      AND o.placed_at < (d.day + interval '1 day') AT TIME ZONE 'Asia/Shanghai'
            GROUP BY d.day ORDER BY d.day
            """;

    private final DatabaseClient database;

    SupervisionStore(DatabaseClient database) {
        this.database = database;
    }

    record Figures(
            long orders,
            long ordersFen,
            long paidFen,
            long settledFen,
            long newProducts,
            long listedProducts,
            long cooperatives,
            long counties,
            long pending,
            @Nullable Long oldestSeconds,
            long parked) {

        TodayView view(LocalDate day, List<Waiting> waiting, List<Day> days) {
            return new TodayView(
                    day,
                    orders,
                    ordersFen,
                    paidFen,
                    settledFen,
                    newProducts,
                    listedProducts,
                    cooperatives,
                    counties,
                    waiting,
                    days,
                    new Feed(pending, oldestSeconds, parked));
        }
    }

    Mono<Figures> figures(Instant start, Instant now) {
        return database.sql(FIGURES)
                .bind("start", start)
                .bind("now", now)
                .mapProperties(Figures.class)
                .one();
    }

    Mono<List<Waiting>> waiting() {
        return database.sql(WAITING).mapProperties(Waiting.class).all().collectList();
    }

    Mono<List<Day>> ordersByDay(LocalDate day) {
        return database.sql(BY_DAY).bind("day", day).mapProperties(Day.class).all().collectList();
    }
}
