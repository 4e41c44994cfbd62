package org.consumptionaid.marketplace.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.supervision.SchoolsMonth.CountyMoney;
import org.consumptionaid.marketplace.supervision.SchoolsMonth.ModeMoney;
import org.consumptionaid.marketplace.supervision.SchoolsMonth.SchoolMonth;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SchoolsMonthStore {
    private static final String SCHOOLS =
            """
            SELECT c.school_id, o.name, coalesce(b.orders, 0) AS orders, coalesce(b.fen, 0)::bigint AS accepted_fen,
                   coalesce(w.accepted, 0)::bigint AS accepted_grams, coalesce(w.refused, 0)::bigint AS refused_grams,
                   coalesce(m.meals, 0) AS meals, coalesce(m.without, 0) AS meals_without_sample,
                   (SELECT count(*) FROM incident i WHERE i.organisation_id = c.school_id AND i.reported_at IS NULL)
                       AS open_incidents
            FROM bureau_canteen c
            JOIN organisation o ON o.id = c.school_id
            LEFT JOIN LATERAL (
                SELECT count(*) AS orders, sum(p.accepted_fen) AS fen FROM purchase_order p
                WHERE p.buyer_id = c.school_id AND p.placed_at >= :from AND p.placed_at < :to
                  AND p.state NOT IN ('CANCELLED', 'REJECTED')) b ON true
            LEFT JOIN LATERAL (
                SELECT sum(x.grams) FILTER (WHERE x.kind = 'ACCEPTED') AS accepted,
                       sum(x.grams) FILTER (WHERE x.kind = 'REFUSED') AS refused
                FROM purchase_order p JOIN line_weight x ON x.order_id = p.id
                WHERE p.buyer_id = c.school_id AND p.placed_at >= :from AND p.placed_at < :to) w ON true
            LEFT JOIN LATERAL (
                SELECT count(*) AS meals, count(*) FILTER (WHERE NOT EXISTS (
                           SELECT FROM retained_sample r WHERE r.meal_id = e.id)) AS without
                FROM meal e WHERE e.organisation_id = c.school_id AND e.day >= :first AND e.day < :next) m ON true
            WHERE c.bureau_id = :bureau ORDER BY o.name, c.school_id LIMIT 2000
            """;
    private static final String LINES_OF_MONTH =
            """
            FROM bureau_canteen c
            JOIN purchase_order p ON p.buyer_id = c.school_id AND p.placed_at >= :from AND p.placed_at < :to
            JOIN order_line l ON l.order_id = p.id
            """;
    private static final String COUNTIES =
            "SELECT l.county_code, l.county_name, d.province, sum(l.accepted_fen)::bigint AS accepted_fen "
                    + LINES_OF_MONTH
                    + """
                    JOIN division d ON d.code = l.county_code
                    WHERE c.bureau_id = :bureau AND l.accepted_fen > 0
                    GROUP BY l.county_code, l.county_name, d.province ORDER BY accepted_fen DESC, l.county_code LIMIT 1000
                    """;
    private static final String MODES =
            "SELECT k.mode, sum(x.fen)::bigint AS fen "
                    + LINES_OF_MONTH
                    + """
                    JOIN benefit_split s ON s.order_id = l.order_id AND s.line = l.line
                    CROSS JOIN LATERAL jsonb_to_recordset(s.claims) AS x (claim uuid, fen bigint)
                    JOIN benefit_claim k ON k.id = x.claim
                    WHERE c.bureau_id = :bureau GROUP BY k.mode ORDER BY k.mode
                    """;

    private final DatabaseClient database;

    SchoolsMonthStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param month its first day
     */
    Mono<List<SchoolMonth>> schools(UUID bureau, LocalDate month) {
        return ofMonth(SCHOOLS, bureau, month)
                .bind("first", month)
                .bind("next", month.plusMonths(1))
                .mapProperties(SchoolMonth.class)
                .all()
                .collectList();
    }

    Mono<List<CountyMoney>> counties(UUID bureau, LocalDate month) {
        return ofMonth(COUNTIES, bureau, month)
                .mapProperties(CountyMoney.class)
                .all()
                .collectList();
    }

    Mono<List<ModeMoney>> modes(UUID bureau, LocalDate month) {
        return ofMonth(MODES, bureau, month).mapProperties(ModeMoney.class).all().collectList();
    }

    private DatabaseClient.GenericExecuteSpec ofMonth(String sql, UUID bureau, LocalDate month) {
        Instant from = BusinessDay.start(month);
        return database.sql(sql)
                .bind("bureau", bureau)
                .bind("from", from)
                .bind("to", BusinessDay.start(month.plusMonths(1)));
    }
}
