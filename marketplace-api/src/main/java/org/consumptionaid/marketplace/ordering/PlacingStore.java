package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes new orders, one purchase or many, each in one statement. The statement for many is the one
 * place where ordering writes the rows of other modules: the stock, the season's capacity, the
 * outbox and the key's answer belong to an order or there is none (decision 0130).
 */
@Repository
class PlacingStore {
    private static final String GIVEN =
            """
            WITH given_purchase AS MATERIALIZED (
                SELECT * FROM jsonb_to_recordset(:purchases::jsonb) AS p (
                    id uuid, "personId" uuid, "buyerId" uuid, channel text, terms text, "deliverTo" text, "deliverOn" date,
                    note text, key text, "inputHash" text, answer jsonb)),
            given_order AS MATERIALIZED (
                SELECT * FROM jsonb_to_recordset(:orders::jsonb) AS o (
                    id uuid, "purchaseId" uuid, number text, "supplierId" uuid, "totalFen" bigint)),
            given_line AS MATERIALIZED (
                SELECT * FROM jsonb_to_recordset(:lines::jsonb) AS l (
                    "orderId" uuid, "purchaseId" uuid, line smallint, "productId" uuid, name text, "categoryCode" text,
                    "countyCode" text, "countyName" text, grade text, unit text, "unitGrams" bigint, "priceFen" bigint,
                    "offerId" uuid, quantity bigint, "totalFen" bigint, "certificateNumber" text)),
            """;

    /** Writes the purchases of {@code accepted}. */
    private static final String WRITTEN =
            """
            purchases AS (
                INSERT INTO purchase (id, buyer_id, person_id, placed_at)
                SELECT a.id, a."buyerId", a."personId", :now FROM accepted a),
            orders AS (
                INSERT INTO purchase_order (id, number, purchase_id, channel, state, terms, buyer_id, supplier_id, total_fen,
                                            deliver_to, deliver_on, note, placed_at)
                SELECT o.id, o.number, a.id, a.channel, 'PLACED', a.terms, a."buyerId", o."supplierId", o."totalFen",
                       a."deliverTo", a."deliverOn", a.note, :now
                FROM accepted a JOIN given_order o ON o."purchaseId" = a.id),
            lines AS (
                INSERT INTO order_line (order_id, line, product_id, name, category_code, county_code, county_name, grade,
                                        unit, unit_grams, price_fen, offer_id, quantity, total_fen, certificate_number)
                SELECT l."orderId", l.line, l."productId", l.name, l."categoryCode", l."countyCode", l."countyName", l.grade,
                       l.unit, l."unitGrams", l."priceFen", l."offerId", l.quantity, l."totalFen", l."certificateNumber"
                FROM accepted a JOIN given_line l ON l."purchaseId" = a.id),
            events AS (
                INSERT INTO order_event (order_id, seq, action, from_state, to_state, person_id, organisation_id, at)
                SELECT o.id, 1, 'PLACE', 'DRAFT', 'PLACED', a."personId", a."buyerId", :now
                FROM accepted a JOIN given_order o ON o."purchaseId" = a.id),
            out_of_cart AS (
                DELETE FROM cart_line c USING accepted a, given_line l
                WHERE l."purchaseId" = a.id AND c.person_id = a."personId" AND c.product_id = l."productId")
            """;

    private static final String INSERT =
            GIVEN
                    + "accepted AS MATERIALIZED (SELECT * FROM given_purchase), "
                    + WRITTEN
                    + "SELECT id FROM accepted";

    // Rows are locked in the order the other statements lock them in: stock by product, then
    // seasons,
    // then keys. What is left is counted once all of them are held; an order fits if those before
    // it and
    // it itself do, so that one that does not fit may make a later one wait for its turn alone but
    // never
    // lets one too many through. The checks of stock and season_capacity stand behind this.
    private static final String JUDGED =
            """
            stocked AS MATERIALIZED (
                SELECT s.product_id, s.available FROM stock s
                WHERE s.product_id = ANY(ARRAY(SELECT DISTINCT "productId" FROM given_line))
                ORDER BY s.product_id FOR UPDATE),
            season AS MATERIALIZED (
                SELECT k.id, c.number, k.certified_grams - k.drawn_grams AS grams
                FROM certificate c
                JOIN season_capacity k ON k.organisation_id = c.organisation_id AND k.category_code = c.category_code
                                      AND k.certificate_id = c.id AND :today BETWEEN k.season_from AND k.season_to
                WHERE c.number = ANY(ARRAY(SELECT DISTINCT "certificateNumber" FROM given_line))
                  AND EXISTS (SELECT FROM certified_period f
                              WHERE f.certificate_id = c.id AND f.valid_from <= :now AND f.valid_until > :now)
                  AND (SELECT count(*) FROM stocked) > 0 -- so that the stock is locked first
                ORDER BY k.organisation_id, k.category_code, k.season_from FOR UPDATE OF k),
            listed AS MATERIALIZED (
                SELECT p.id FROM product p
                WHERE p.id = ANY(ARRAY(SELECT DISTINCT "productId" FROM given_line)) AND p.listed),
            judged AS (
                SELECT l."purchaseId",
                       coalesce(sum(l.quantity) OVER (PARTITION BY l."productId" ORDER BY l."purchaseId")
                                <= s.available, false)
                       AND coalesce(sum(l.quantity * l."unitGrams") OVER (PARTITION BY k.id ORDER BY l."purchaseId")
                                    <= k.grams, false) AS fits
                FROM given_line l
                JOIN listed p ON p.id = l."productId"
                JOIN stocked s ON s.product_id = l."productId"
                LEFT JOIN season k ON k.number = l."certificateNumber"),
            claimed AS (
                INSERT INTO idempotency (person_id, key, input_hash, answer, created_at)
                SELECT p."personId", p.key, p."inputHash", p.answer, :now
                FROM given_purchase p
                WHERE (SELECT bool_and(j.fits) FROM judged j WHERE j."purchaseId" = p.id)
                  AND (SELECT count(*) FROM judged j WHERE j."purchaseId" = p.id)
                    = (SELECT count(*) FROM given_line l WHERE l."purchaseId" = p.id)
                  AND NOT EXISTS (SELECT FROM unit_role u WHERE u.unit_id = p."buyerId" AND u.ended_at IS NULL)
                ORDER BY p."personId", p.key
                ON CONFLICT (person_id, key) DO NOTHING
                RETURNING person_id, key),
            accepted AS MATERIALIZED (
                SELECT p.* FROM given_purchase p JOIN claimed c ON c.person_id = p."personId" AND c.key = p.key),
            reserved AS (
                UPDATE stock s
                SET available = s.available - t.quantity, reserved = s.reserved + t.quantity, version = s.version + 1
                FROM (SELECT l."productId", sum(l.quantity)::bigint AS quantity
                      FROM accepted a JOIN given_line l ON l."purchaseId" = a.id GROUP BY l."productId") t
                WHERE s.product_id = t."productId"),
            drawn AS MATERIALIZED (
                SELECT k.id, l."orderId", sum(l.quantity * l."unitGrams")::bigint AS grams
                FROM accepted a
                JOIN given_line l ON l."purchaseId" = a.id
                JOIN season k ON k.number = l."certificateNumber"
                GROUP BY k.id, l."orderId"),
            draws AS (
                INSERT INTO season_draw (capacity_id, order_id, grams, drawn_at)
                SELECT d.id, d."orderId", d.grams, :now FROM drawn d),
            seasons AS (
                UPDATE season_capacity k SET drawn_grams = k.drawn_grams + t.grams
                FROM (SELECT d.id, sum(d.grams)::bigint AS grams FROM drawn d GROUP BY d.id) t
                WHERE k.id = t.id),
            told AS (
                INSERT INTO catalog_change (aggregateid)
                SELECT DISTINCT l."productId" FROM accepted a JOIN given_line l ON l."purchaseId" = a.id),
            """;
    private static final String PLACE_TOGETHER =
            GIVEN + JUDGED + WRITTEN + "SELECT id FROM accepted";

    private final DatabaseClient database;
    private final JsonMapper json;

    PlacingStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A purchase with the key it is placed under. */
    record Keyed(NewPurchase purchase, String key, String inputHash) {}

    private record Row(
            UUID id,
            UUID personId,
            UUID buyerId,
            String channel,
            String terms,
            String deliverTo,
            @Nullable LocalDate deliverOn,
            String note,
            @Nullable String key,
            @Nullable String inputHash,
            @Nullable PurchaseView answer) {
        static Row of(NewPurchase purchase) {
            return of(purchase, null, null, null);
        }

        static Row of(Keyed keyed) {
            NewPurchase purchase = keyed.purchase();
            return of(purchase, keyed.key(), keyed.inputHash(), purchase.view());
        }

        private static Row of(
                NewPurchase purchase,
                @Nullable String key,
                @Nullable String inputHash,
                @Nullable PurchaseView answer) {
            PlaceOrders command = purchase.command();
            return new Row(
                    purchase.id(),
                    purchase.buyer().personId(),
                    purchase.buyer().organisationId(),
                    OrderRules.channelOf(purchase.buyer()).name(),
                    command.termsOrDefault().name(),
                    Objects.requireNonNullElse(command.deliverTo(), ""),
                    command.deliverOn(),
                    Objects.requireNonNullElse(command.note(), ""),
                    key,
                    inputHash,
                    answer);
        }
    }

    /** Writes a purchase whose goods are reserved, and takes them out of the cart. */
    Mono<Void> insert(NewPurchase purchase) {
        return bind(INSERT, List.of(Row.of(purchase)), List.of(purchase), purchase.placedAt())
                .then();
    }

    /**
     * Places those that fit, whole with stock, season, outbox, cart and the key's answer, and
     * leaves nothing of the others.
     *
     * @param batch no key twice
     * @return the ids of the purchases that were placed
     */
    Mono<Set<UUID>> placeTogether(List<Keyed> batch, Instant now) {
        return bind(
                        PLACE_TOGETHER,
                        batch.stream().map(Row::of).toList(),
                        batch.stream().map(Keyed::purchase).toList(),
                        now)
                .bind("today", BusinessDay.of(now))
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }

    private DatabaseClient.GenericExecuteSpec bind(
            String sql, List<Row> rows, List<NewPurchase> purchases, Instant now) {
        return database.sql(sql)
                .bind("purchases", json.writeValueAsString(rows))
                .bind(
                        "orders",
                        json.writeValueAsString(
                                purchases.stream().flatMap(one -> one.orders().stream()).toList()))
                .bind(
                        "lines",
                        json.writeValueAsString(
                                purchases.stream().flatMap(one -> one.lines().stream()).toList()))
                .bind("now", now);
    }
}
