package org.consumptionaid.marketplace.menu;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class MenuStore {
    private static final String WEEK =
            """
            SELECT organisation_id, day, dish_code FROM menu_dish
            WHERE organisation_id = ANY(:organisations) AND day >= :monday AND day < :monday + 7
            ORDER BY organisation_id, day, sort LIMIT 200000
            """;
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended('menu ' || :organisation, 0))::text AS done";
    private static final String CLEAR =
            "DELETE FROM menu_dish WHERE organisation_id = :organisation AND day = ANY(:days)";
    private static final String SAVE =
            """
            INSERT INTO menu_dish (organisation_id, day, sort, dish_code)
            SELECT :organisation, :day, sort, dish FROM unnest(:dishes) WITH ORDINALITY AS x (dish, sort)
            """;
    private static final String COPY =
            """
            INSERT INTO menu_dish (organisation_id, day, sort, dish_code)
            SELECT organisation_id, day + (:monday::date - :from::date), sort, dish_code FROM menu_dish
            WHERE organisation_id = :organisation AND day >= :from AND day < :from::date + :days::int
            """;
    private static final String STORED =
            """
            SELECT organisation_id, ingredient_code, grams FROM store_room WHERE organisation_id = ANY(:organisations)
            LIMIT 200000
            """;
    private static final String COUNT =
            """
            INSERT INTO store_room (organisation_id, ingredient_code, grams, counted_at)
            SELECT :organisation, ingredient, grams, :now FROM unnest(:ingredients, :grams) AS x (ingredient, grams)
            WHERE grams > 0
            ON CONFLICT (organisation_id, ingredient_code) DO UPDATE
            SET grams = excluded.grams, counted_at = excluded.counted_at
            """;
    private static final String USED_UP =
            """
            DELETE FROM store_room USING unnest(:ingredients, :grams) AS x (ingredient, grams)
            WHERE organisation_id = :organisation AND ingredient_code = x.ingredient AND x.grams = 0
            """;

    private final DatabaseClient database;

    MenuStore(DatabaseClient database) {
        this.database = database;
    }

    /** A dish on a canteen's menu. */
    record Entry(UUID organisationId, LocalDate day, String dishCode) {}

    record Stored(UUID organisationId, String ingredientCode, long grams) {}

    /** In the order in which they stand on the menu. */
    Mono<List<Entry>> weeks(List<UUID> organisations, LocalDate monday) {
        return database.sql(WEEK)
                .bind("organisations", organisations.toArray(UUID[]::new))
                .bind("monday", monday)
                .mapProperties(Entry.class)
                .all()
                .collectList();
    }

    Mono<Void> save(UUID organisation, LocalDate day, List<String> dishes) {
        return clear(organisation, day)
                .then(
                        database.sql(SAVE)
                                .bind("organisation", organisation)
                                .bind("day", day)
                                .bind("dishes", dishes.toArray(String[]::new))
                                .then());
    }

    /** Replaces the first days of a week by those of another. */
    Mono<Long> copy(UUID organisation, LocalDate monday, int days, LocalDate from) {
        LocalDate[] week = monday.datesUntil(monday.plusDays(days)).toArray(LocalDate[]::new);
        return clear(organisation, week)
                .then(
                        database.sql(COPY)
                                .bind("organisation", organisation)
                                .bind("monday", monday)
                                .bind("from", from)
                                .bind("days", days)
                                .fetch()
                                .rowsUpdated());
    }

    /** One at a time writes a canteen's menus. */
    private Mono<Void> clear(UUID organisation, LocalDate... days) {
        return database.sql(LOCK)
                .bind("organisation", organisation.toString())
                .then()
                .then(delete(organisation, days));
    }

    private Mono<Void> delete(UUID organisation, LocalDate... days) {
        return database.sql(CLEAR).bind("organisation", organisation).bind("days", days).then();
    }

    /** Grams by canteen and ingredient. */
    Mono<Map<UUID, Map<String, Long>>> stored(List<UUID> organisations) {
        return database.sql(STORED)
                .bind("organisations", organisations.toArray(UUID[]::new))
                .mapProperties(Stored.class)
                .all()
                .collect(
                        Collectors.groupingBy(
                                Stored::organisationId,
                                Collectors.toMap(Stored::ingredientCode, Stored::grams)));
    }

    Mono<Void> count(UUID organisation, List<StoreRoomItem> items, Instant now) {
        String[] ingredients = items.stream().map(StoreRoomItem::ingredient).toArray(String[]::new);
        Long[] grams = items.stream().map(StoreRoomItem::grams).toArray(Long[]::new);
        return database.sql(USED_UP)
                .bind("organisation", organisation)
                .bind("ingredients", ingredients)
                .bind("grams", grams)
                .then()
                .then(
                        database.sql(COUNT)
                                .bind("organisation", organisation)
                                .bind("ingredients", ingredients)
                                .bind("grams", grams)
                                .bind("now", now)
                                .then());
    }
}
