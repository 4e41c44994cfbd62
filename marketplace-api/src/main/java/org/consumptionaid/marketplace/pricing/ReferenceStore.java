package org.consumptionaid.marketplace.pricing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class ReferenceStore {
    // A product is what its name ends with, before any space, bracket or figure: 会宁洋芋（大） is 洋芋, 土豆粉
    // is not 土豆.
    private static final String FIND =
            """
            SELECT market.item, market.market, market.source, market.month, market.fen_per_kg AS market_fen,
                   paid.sales, paid.paid_fen, paid.first_at, paid.last_at
            FROM unnest(:names, :categories, :grades) WITH ORDINALITY AS asked (name, category, grade, n)
            CROSS JOIN LATERAL (SELECT substring(asked.name FROM '^[^ 0-9A-Za-z(（【·、,，/]+') AS head) kind
            LEFT JOIN LATERAL (
                SELECT m.item, m.market, m.source, m.month, m.fen_per_kg
                FROM market_price_name k LEFT JOIN market_price m ON m.item = k.item
                WHERE right(kind.head, length(k.name)) = k.name
                  AND (category_is_within(asked.category, 'vegetable') OR category_is_within(asked.category, 'tuber')
                       OR category_is_within(asked.category, 'fungus'))
                ORDER BY length(k.name) DESC, m.month DESC NULLS LAST LIMIT 1) market ON true
            CROSS JOIN LATERAL (
                SELECT count(*) AS sales, percentile_disc(0.5) WITHIN GROUP (ORDER BY fen_per_kg) AS paid_fen,
                       min(paid_at) AS first_at, max(paid_at) AS last_at
                FROM (SELECT fen_per_kg, paid_at FROM paid_price
                      WHERE category_code = asked.category AND grade = asked.grade AND paid_at > :since AND paid_at <= :now
                      ORDER BY paid_at DESC LIMIT 1000) latest) paid
            ORDER BY asked.n
            """;
    private static final String PAID =
            """
            INSERT INTO paid_price (order_id, line, category_code, grade, fen_per_kg, grams, paid_at)
            SELECT *, :now FROM unnest(:orders, :lines, :categories, :grades, :prices, :grams)
            ON CONFLICT (order_id, line) DO NOTHING
            """;

    private final DatabaseClient database;

    ReferenceStore(DatabaseClient database) {
        this.database = database;
    }

    /** One for each, in their order. */
    Mono<List<FoundPrices>> find(List<Priced> produce, Instant since, Instant now) {
        return database.sql(FIND)
                .bind("names", texts(produce, Priced::name))
                .bind("categories", texts(produce, Priced::category))
                .bind("grades", texts(produce, Priced::grade))
                .bind("since", since)
                .bind("now", now)
                .mapProperties(FoundPrices.class)
                .all()
                .collectList();
    }

    /** Once a line, however often it is told. */
    Mono<Void> paid(List<PaidLine> lines, Instant now) {
        return database.sql(PAID)
                .bind("orders", lines.stream().map(PaidLine::orderId).toArray(UUID[]::new))
                .bind("lines", lines.stream().map(PaidLine::line).toArray(Integer[]::new))
                .bind("categories", texts(lines, PaidLine::category))
                .bind("grades", texts(lines, PaidLine::grade))
                .bind(
                        "prices",
                        lines.stream().map(line -> line.price().fenPerKg()).toArray(Long[]::new))
                .bind("grams", lines.stream().map(PaidLine::grams).toArray(Long[]::new))
                .bind("now", now)
                .then();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
