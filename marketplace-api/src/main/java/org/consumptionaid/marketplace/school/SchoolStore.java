package org.consumptionaid.marketplace.school;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SchoolStore {
    private static final String LUNCH =
            """
            SELECT food_group, age_group, min_mg, max_mg, doubtful FROM meal_standard WHERE meal = 'LUNCH'
            ORDER BY sort, age_group LIMIT 1000
            """;
    private static final String WEEK =
            """
            SELECT w.school_days, h.age_group, h.pupils
            FROM school_week w LEFT JOIN head_count h USING (organisation_id, week_start)
            WHERE w.organisation_id = :organisation AND w.week_start = :week LIMIT 10
            """;
    private static final String WEEKS =
            """
            SELECT w.organisation_id, w.school_days, h.age_group, h.pupils
            FROM school_week w LEFT JOIN head_count h USING (organisation_id, week_start)
            WHERE w.organisation_id = ANY(:organisations) AND w.week_start = :week LIMIT 10000
            """;
    private static final String SAVE_WEEK =
            """
            INSERT INTO school_week (organisation_id, week_start, school_days) VALUES (:organisation, :week, :days)
            ON CONFLICT (organisation_id, week_start) DO UPDATE SET school_days = excluded.school_days
            """;
    private static final String CLEAR =
            "DELETE FROM head_count WHERE organisation_id = :organisation AND week_start = :week";
    private static final String SAVE_COUNTS =
            """
            INSERT INTO head_count (organisation_id, week_start, age_group, pupils)
            SELECT :organisation, :week, * FROM unnest(:groups, :pupils)
            """;

    private final DatabaseClient database;

    SchoolStore(DatabaseClient database) {
        this.database = database;
    }

    private record Row(int schoolDays, List<HeadCount> headCounts) {}

    Mono<List<Portion>> lunch() {
        return database.sql(LUNCH).map(SchoolStore::portion).all().collectList();
    }

    Mono<SchoolWeek> week(UUID organisationId, LocalDate start) {
        return database.sql(WEEK)
                .bind("organisation", organisationId)
                .bind("week", start)
                .map(SchoolStore::row)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> week(start, rows));
    }

    /** The weeks of those that have one. */
    Mono<Map<UUID, SchoolWeek>> weeks(List<UUID> organisationIds, LocalDate start) {
        return database.sql(WEEKS)
                .bind("organisations", organisationIds.toArray(UUID[]::new))
                .bind("week", start)
                .map(row ->
                        Map.entry(
                                Objects.requireNonNull(row.get("organisation_id", UUID.class)),
                                row(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue)
                .map(found -> {
                    Map<UUID, SchoolWeek> weeks = new HashMap<>();
                    found.forEach((id, rows) -> weeks.put(id, week(start, List.copyOf(rows))));
                    return weeks;
                });
    }

    private static SchoolWeek week(LocalDate start, List<Row> rows) {
        return new SchoolWeek(
                start,
                rows.getFirst().schoolDays(),
                rows.stream()
                        .flatMap(row -> row.headCounts().stream())
                        .sorted(Comparator.comparing(HeadCount::ageGroup))
                        .toList());
    }

    Mono<Void> save(UUID organisationId, SchoolWeek week) {
        return database.sql(SAVE_WEEK)
                .bind("organisation", organisationId)
                .bind("week", week.start())
                .bind("days", week.schoolDays())
                .then()
                .then(clear(organisationId, week.start()))
                .then(saveCounts(organisationId, week));
    }

    private Mono<Void> clear(UUID organisationId, LocalDate start) {
        return database.sql(CLEAR).bind("organisation", organisationId).bind("week", start).then();
    }

    private Mono<Void> saveCounts(UUID organisationId, SchoolWeek week) {
        List<HeadCount> counts = week.headCounts();
        return database.sql(SAVE_COUNTS)
                .bind("organisation", organisationId)
                .bind("week", week.start())
                .bind(
                        "groups",
                        counts.stream()
                                .map(count -> count.ageGroup().years())
                                .toArray(String[]::new))
                .bind("pupils", counts.stream().map(HeadCount::pupils).toArray(Integer[]::new))
                .then();
    }

    private static Row row(Readable row) {
        String group = row.get("age_group", String.class);
        return new Row(
                Objects.requireNonNull(row.get("school_days", Integer.class)),
                group == null
                        ? List.of()
                        : List.of(
                                new HeadCount(
                                        AgeGroup.of(group),
                                        Objects.requireNonNull(row.get("pupils", Integer.class)))));
    }

    private static Portion portion(Readable row) {
        return new Portion(
                Objects.requireNonNull(row.get("food_group", String.class)),
                AgeGroup.of(Objects.requireNonNull(row.get("age_group", String.class))),
                Objects.requireNonNull(row.get("min_mg", Long.class)),
                Objects.requireNonNull(row.get("max_mg", Long.class)),
                Boolean.TRUE.equals(row.get("doubtful", Boolean.class)));
    }
}
