package org.consumptionaid.marketplace.benefit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class ClaimStore {
    private static final String HOUSEHOLD =
            """
            SELECT h.id FROM benefit_household h
            JOIN organisation o ON o.id = :organisation AND o.county_code = h.county_code
            WHERE h.code = :code
            """;
    private static final String LOT =
            """
            SELECT l.id, l.grams, EXISTS (
                SELECT FROM benefit_split s WHERE s.order_id = l.order_id AND s.line = l.line
                  AND NOT EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = s.entry_id)) AS split
            FROM lot l JOIN purchase_order o ON o.id = l.order_id AND o.supplier_id = :organisation
            WHERE l.number = :number
            """;
    private static final String OPEN_LOTS =
            """
            SELECT l.number, o.number AS order_number, ol.name AS product, l.grams, coalesce(b.claimed_grams, 0) AS claimed_grams
            FROM purchase_order o
            JOIN lot l ON l.order_id = o.id
            JOIN order_line ol ON ol.order_id = l.order_id AND ol.line = l.line
            LEFT JOIN benefit_lot b ON b.lot_id = l.id
            WHERE o.supplier_id = :organisation AND o.state IN ('PARTLY_SHIPPED', 'SHIPPED', 'ACCEPTED', 'INVOICED')
              AND l.grams > coalesce(b.claimed_grams, 0)
            ORDER BY o.id DESC, l.line LIMIT 200
            """;
    private static final String OPEN_LOT =
            "INSERT INTO benefit_lot (lot_id, grams) VALUES (:lot, :grams) ON CONFLICT DO NOTHING";
    private static final String TAKE_FROM_LOT =
            """
            UPDATE benefit_lot SET claimed_grams = claimed_grams + :grams
            WHERE lot_id = :lot AND claimed_grams + :grams <= grams
            """;
    private static final String TAKE_FROM_PLOT =
            """
            UPDATE benefit_plot SET claimed_grams = claimed_grams + :grams
            WHERE id = :plot AND household_id = :household AND claimed_grams + :grams <= grams
            """;
    private static final String INSERT =
            """
            INSERT INTO benefit_claim (id, organisation_id, household_id, mode, evidence, lot_id, plot_id, grams, fen_per_kg,
                                       during, minutes, fen_per_hour, contract_fen, state, created_at)
            VALUES (:id, :organisation, :household, :mode, :evidence, :lot, :plot, :grams, :fenPerKg,
                    CASE WHEN :from::timestamptz IS NULL THEN NULL ELSE tstzrange(:from, :to) END,
                    :minutes, :fenPerHour, :contract, 'PROPOSED', :now)
            """;
    private static final String VIEW =
            """
            SELECT c.id, o.name AS organisation_name, h.code AS household, c.mode, c.evidence, l.number AS lot, p.produce,
                   c.grams, c.fen_per_kg, lower(c.during) AS "from", upper(c.during) AS "to", c.minutes, c.fen_per_hour,
                   c.worth_fen, c.received_fen, c.state, c.reason, c.created_at
            FROM benefit_claim c
            JOIN organisation o ON o.id = c.organisation_id
            JOIN benefit_household h ON h.id = c.household_id
            LEFT JOIN benefit_plot p ON p.id = c.plot_id
            LEFT JOIN lot l ON l.id = c.lot_id
            WHERE (:all OR c.organisation_id = :organisation
                   OR :county AND h.county_code = (SELECT county_code FROM organisation WHERE id = :organisation))
            """;
    private static final String FIND = VIEW + " AND c.id = :id";
    private static final String LIST =
            VIEW
                    + """
                     AND c.id < :before AND (:state = '' OR c.state = :state) ORDER BY c.id DESC LIMIT :limit
                    """;
    private static final String DECIDE =
            """
            UPDATE benefit_claim c SET state = :state, reason = :reason, decided_by = :person, decided_at = :now
            FROM benefit_household h
            WHERE c.id = :id AND c.state = 'PROPOSED' AND h.id = c.household_id
              AND h.county_code = (SELECT county_code FROM organisation WHERE id = :organisation)
            """;
    private static final String LOT_IS_SPLIT =
            """
            SELECT count(*) FROM benefit_claim c
            JOIN lot l ON l.id = c.lot_id
            JOIN benefit_split s ON s.order_id = l.order_id AND s.line = l.line
            WHERE c.id = :id AND NOT EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = s.entry_id)
            """;
    private static final String GIVE_BACK =
            """
            WITH claim AS (SELECT lot_id, plot_id, grams FROM benefit_claim WHERE id = :id AND mode = 'PURCHASE'),
            lot AS (UPDATE benefit_lot l SET claimed_grams = l.claimed_grams - claim.grams
                    FROM claim WHERE l.lot_id = claim.lot_id)
            UPDATE benefit_plot p SET claimed_grams = p.claimed_grams - claim.grams FROM claim WHERE p.id = claim.plot_id
            """;

    private final DatabaseClient database;

    ClaimStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What left a cooperative.
     *
     * @param split whether what it earned has been split
     */
    record Lot(UUID id, long grams, boolean split) {}

    Mono<UUID> household(Caller caller, String code) {
        return database.sql(HOUSEHOLD)
                .bind("organisation", caller.organisationId())
                .bind("code", code)
                .mapValue(UUID.class)
                .one();
    }

    Mono<Lot> lot(Caller caller, String number) {
        return database.sql(LOT)
                .bind("organisation", caller.organisationId())
                .bind("number", number)
                .mapProperties(Lot.class)
                .one();
    }

    /** Of orders that are on their way to be paid, newest first. */
    Mono<List<LotView>> openLots(Caller caller) {
        return database.sql(OPEN_LOTS)
                .bind("organisation", caller.organisationId())
                .mapProperties(LotView.class)
                .all()
                .collectList();
    }

    /** Whether so much of the lot was left. */
    Mono<Boolean> takeFromLot(Lot lot, long grams) {
        return database.sql(OPEN_LOT)
                .bind("lot", lot.id())
                .bind("grams", lot.grams())
                .then()
                .then(
                        changed(
                                database.sql(TAKE_FROM_LOT)
                                        .bind("lot", lot.id())
                                        .bind("grams", grams)));
    }

    /** Whether the plot is the household's and so much of it was left. */
    Mono<Boolean> takeFromPlot(UUID plot, UUID household, long grams) {
        return changed(
                database.sql(TAKE_FROM_PLOT)
                        .bind("plot", plot)
                        .bind("household", household)
                        .bind("grams", grams));
    }

    Mono<Void> insert(
            UUID id,
            Caller caller,
            UUID household,
            @Nullable UUID lot,
            ClaimForm form,
            Instant now) {
        GenericExecuteSpec spec =
                database.sql(INSERT)
                        .bind("id", id)
                        .bind("organisation", caller.organisationId())
                        .bind("household", household)
                        .bind("mode", form.mode().name())
                        .bind("evidence", form.evidence().strip())
                        .bind("now", now);
        spec = bind(spec, "lot", lot, UUID.class);
        spec = bind(spec, "plot", form.plotId(), UUID.class);
        spec = bind(spec, "grams", form.grams(), Long.class);
        spec = bind(spec, "fenPerKg", form.fenPerKg(), Long.class);
        spec = bind(spec, "from", form.from(), Instant.class);
        spec = bind(spec, "to", form.to(), Instant.class);
        spec = bind(spec, "minutes", form.minutes(), Long.class);
        spec = bind(spec, "fenPerHour", form.fenPerHour(), Long.class);
        return bind(spec, "contract", form.contractFen(), Long.class).then();
    }

    Mono<ClaimView> find(Caller caller, UUID id) {
        return scoped(FIND, caller).bind("id", id).mapProperties(ClaimView.class).one();
    }

    Mono<List<ClaimView>> list(Caller caller, String state, UUID before) {
        return scoped(LIST, caller)
                .bind("state", state)
                .bind("before", before)
                .bind("limit", Page.SIZE + 1)
                .mapProperties(ClaimView.class)
                .all()
                .collectList();
    }

    /** Whether it was the county's to decide and nobody had. */
    Mono<Boolean> decide(
            Caller caller, UUID id, String state, @Nullable String reason, Instant now) {
        GenericExecuteSpec spec =
                database.sql(DECIDE)
                        .bind("id", id)
                        .bind("state", state)
                        .bind("person", caller.personId())
                        .bind("organisation", caller.organisationId())
                        .bind("now", now);
        return changed(bind(spec, "reason", reason, String.class));
    }

    /** Whether it claims kilograms of a lot whose money has been split. */
    Mono<Boolean> comesTooLate(UUID id) {
        return database.sql(LOT_IS_SPLIT)
                .bind("id", id)
                .mapValue(Long.class)
                .one()
                .map(splits -> splits > 0);
    }

    /** The kilograms of a rejected claim can be claimed again. */
    Mono<Void> giveBack(UUID id) {
        return database.sql(GIVE_BACK).bind("id", id).then();
    }

    private GenericExecuteSpec scoped(String sql, Caller caller) {
        return database.sql(sql)
                .bind("all", caller.seesAll())
                .bind("county", caller.role() == Role.COUNTY_REVIEWER)
                .bind("organisation", caller.organisationId());
    }

    private static Mono<Boolean> changed(GenericExecuteSpec spec) {
        return spec.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }
}
