package org.consumptionaid.marketplace.benefit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Page;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class HouseholdStore {
    private static final char LETTER = 'H';

    private static final String NEXT_NUMBER = "SELECT nextval('household_number')";
    private static final String INSERT =
            """
            INSERT INTO benefit_household (id, code, county_code, created_at)
            SELECT :id, :code, county_code, :now FROM organisation WHERE id = :organisation
            """;
    private static final String INSERT_PLOT =
            """
            INSERT INTO benefit_plot (id, household_id, produce, season, grams, evidence, created_at)
            SELECT :id, h.id, :produce, :season, :grams, :evidence, :now
            FROM benefit_household h
            JOIN organisation o ON o.id = :organisation AND o.county_code = h.county_code
            WHERE h.id = :household
            """;
    private static final String VIEW =
            """
            SELECT h.id, h.code,
                   coalesce((SELECT sum(c.received_fen) FROM benefit_claim c WHERE c.household_id = h.id), 0)::bigint AS received_fen,
                   coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'produce', p.produce, 'season', p.season,
                                                                 'grams', p.grams, 'claimedGrams', p.claimed_grams,
                                                                 'evidence', p.evidence) ORDER BY p.season DESC, p.produce)
                             FROM benefit_plot p WHERE p.household_id = h.id), '[]')::text AS plots
            FROM benefit_household h
            JOIN organisation o ON o.id = :organisation AND o.county_code = h.county_code
            """;
    private static final String FIND = VIEW + "WHERE h.id = :id";
    private static final String PLOTS =
            """
            SELECT p.id, p.produce, p.season, p.grams, p.claimed_grams, p.evidence
            FROM benefit_plot p
            JOIN benefit_household h ON h.id = p.household_id AND h.code = :code
            JOIN organisation o ON o.id = :organisation AND o.county_code = h.county_code
            ORDER BY p.season DESC, p.produce LIMIT 200
            """;
    private static final String LIST =
            VIEW + "WHERE h.id < :before ORDER BY h.id DESC LIMIT :limit";

    private final DatabaseClient database;
    private final JsonMapper json;

    HouseholdStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Row(UUID id, String code, long receivedFen, String plots) {}

    Mono<Void> insert(UUID id, Caller caller, Instant now) {
        return database.sql(NEXT_NUMBER)
                .mapValue(Long.class)
                .one()
                .flatMap(number ->
                        database.sql(INSERT)
                                .bind("id", id)
                                .bind("code", CheckedNumber.of(LETTER, number))
                                .bind("organisation", caller.organisationId())
                                .bind("now", now)
                                .then());
    }

    /** Whether the household is one of the caller's county. */
    Mono<Boolean> insertPlot(UUID id, Caller caller, UUID household, PlotForm form, Instant now) {
        return database.sql(INSERT_PLOT)
                .bind("id", id)
                .bind("produce", form.produce().strip())
                .bind("season", form.season())
                .bind("grams", form.grams())
                .bind("evidence", form.evidence().strip())
                .bind("now", now)
                .bind("organisation", caller.organisationId())
                .bind("household", household)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<HouseholdView> find(Caller caller, UUID id) {
        return database.sql(FIND)
                .bind("organisation", caller.organisationId())
                .bind("id", id)
                .mapProperties(Row.class)
                .one()
                .map(this::view);
    }

    /** Of a household of the caller's county. */
    Mono<List<HouseholdView.Plot>> plots(Caller caller, String code) {
        return database.sql(PLOTS)
                .bind("organisation", caller.organisationId())
                .bind("code", code)
                .mapProperties(HouseholdView.Plot.class)
                .all()
                .collectList();
    }

    Mono<List<HouseholdView>> list(Caller caller, UUID before) {
        return database.sql(LIST)
                .bind("organisation", caller.organisationId())
                .bind("before", before)
                .bind("limit", Page.SIZE + 1)
                .mapProperties(Row.class)
                .all()
                .map(this::view)
                .collectList();
    }

    private HouseholdView view(Row row) {
        return new HouseholdView(
                row.id(),
                row.code(),
                row.receivedFen(),
                List.of(json.readValue(row.plots(), HouseholdView.Plot[].class)));
    }
}
