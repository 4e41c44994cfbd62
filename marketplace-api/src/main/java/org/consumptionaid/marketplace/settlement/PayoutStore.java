package org.consumptionaid.marketplace.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.settlement.NewBatch.PayableOrder;
import org.consumptionaid.marketplace.settlement.PayoutBatch.PaidOrder;
import org.consumptionaid.marketplace.settlement.PayoutBatch.Payout;
import org.consumptionaid.marketplace.settlement.PayoutBatch.State;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Pay-out batches. */
@Repository
class PayoutStore {
    private static final String ONE_IS_PREPARED =
            "SELECT EXISTS (SELECT FROM payout_batch WHERE state = 'PREPARED') AS found";
    private static final String NEXT_NUMBER = "SELECT nextval('payout_batch_number') AS number";
    private static final String INSERT_BATCH =
            """
            INSERT INTO payout_batch (id, number, state, total_fen, file_sealed, file_sha256, prepared_by, prepared_at)
            VALUES (:id, :number, 'PREPARED', :total, :file, :sha256, :person, :now)
            """;
    private static final String INSERT_PAYOUTS =
            """
            INSERT INTO payout (id, batch_id, organisation_id, bank_name, account_ending, remittance_text, amount_fen)
            SELECT p.id, :batch, p.organisation, p.bank, p.ending, p.text, p.fen
            FROM jsonb_to_recordset(:payouts::jsonb) AS p (
                id uuid, organisation uuid, bank text, ending text, text text, fen bigint)
            """;
    private static final String INSERT_ORDERS =
            """
            INSERT INTO payout_order (payout_id, order_id, amount_fen)
            SELECT o.payout, o.id, o.fen FROM jsonb_to_recordset(:orders::jsonb) AS o (payout uuid, id uuid, fen bigint)
            """;
    private static final String BATCHES =
            """
            SELECT b.id, b.number, b.state, b.total_fen, b.file_sha256 AS sha256,
                   (SELECT count(*) FROM payout p WHERE p.batch_id = b.id) AS cooperatives,
                   prepared.display_name AS prepared_by, b.prepared_at, first.display_name AS first_release_by,
                   b.first_release_at, second.display_name AS second_release_by, b.second_release_at, b.cancelled_for
            FROM payout_batch b
            JOIN person prepared ON prepared.id = b.prepared_by
            LEFT JOIN person first ON first.id = b.first_release_by
            LEFT JOIN person second ON second.id = b.second_release_by
            """;
    private static final String LATEST = BATCHES + "ORDER BY b.id DESC LIMIT 20";
    private static final String BATCH = BATCHES + "WHERE b.id = :id";
    private static final String PAYOUTS =
            """
            SELECT p.id, s.name AS organisation_name, p.bank_name, p.account_ending, p.amount_fen, p.bounced_for,
                   o.id AS order_id, o.number, po.amount_fen AS order_fen
            FROM payout p
            JOIN organisation s ON s.id = p.organisation_id
            JOIN payout_order po ON po.payout_id = p.id
            JOIN purchase_order o ON o.id = po.order_id
            WHERE p.batch_id = :id ORDER BY p.remittance_text, p.id, o.id LIMIT 1000
            """;
    private static final String LOCK =
            """
            SELECT id, state, file_sha256 AS sha256, first_release_by FROM payout_batch WHERE id = :id FOR UPDATE
            """;
    private static final String RELEASE_FIRST =
            """
            UPDATE payout_batch SET first_release_by = :person, first_release_at = :now WHERE id = :id
            """;
    private static final String RELEASE_SECOND =
            """
            UPDATE payout_batch SET state = 'RELEASED', second_release_by = :person, second_release_at = :now WHERE id = :id
            """;
    private static final String CANCEL =
            """
            WITH batch AS (
                UPDATE payout_batch SET state = 'CANCELLED', cancelled_by = :person, cancelled_at = :now, cancelled_for = :reason
                WHERE id = :id)
            UPDATE payout_order SET stands = false WHERE payout_id IN (SELECT id FROM payout WHERE batch_id = :id)
            """;
    private static final String FILE =
            """
            SELECT number, state, file_sealed AS sealed, file_sha256 AS sha256 FROM payout_batch WHERE id = :id
            """;
    private static final String ORDERS =
            """
            SELECT po.payout_id, po.order_id, o.number, po.amount_fen, po.entry_id
            FROM payout p
            JOIN payout_order po ON po.payout_id = p.id AND po.stands
            JOIN purchase_order o ON o.id = po.order_id
            """;
    // In the order of the orders' ids, as every use case locks them.
    private static final String OF_BATCH =
            ORDERS + "WHERE p.batch_id = :id ORDER BY po.order_id LIMIT 1000";
    private static final String OF_PAYOUT =
            ORDERS
                    + """
                    JOIN payout_batch b ON b.id = p.batch_id AND b.state = 'RELEASED'
                    WHERE p.id = :id ORDER BY po.order_id LIMIT 1000
                    """;
    private static final String BOOKED =
            "UPDATE payout_order SET entry_id = :entry WHERE payout_id = :payout AND order_id = :order";
    private static final String LOCK_PAYOUT =
            "SELECT batch_id FROM payout WHERE id = :id AND bounced_by IS NULL FOR UPDATE";
    private static final String BOUNCE =
            """
            WITH payout AS (
                UPDATE payout SET bounced_by = :person, bounced_at = :now, bounced_for = :reason, bank_reference = :reference
                WHERE id = :id)
            UPDATE payout_order SET stands = false WHERE payout_id = :id
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    PayoutStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What decides about a batch's release. */
    record Locked(UUID id, State state, String sha256, @Nullable UUID firstReleaseBy) {}

    /** A batch's file as it is kept. */
    record SealedFile(String number, State state, String sealed, String sha256) {}

    /** An order's part of a pay-out, with the entry that booked it once it is released. */
    record Part(
            UUID payoutId, UUID orderId, String number, long amountFen, @Nullable UUID entryId) {}

    private record Head(
            UUID id,
            String number,
            State state,
            long totalFen,
            long cooperatives,
            String sha256,
            String preparedBy,
            Instant preparedAt,
            @Nullable String firstReleaseBy,
            @Nullable Instant firstReleaseAt,
            @Nullable String secondReleaseBy,
            @Nullable Instant secondReleaseAt,
            @Nullable String cancelledFor) {

        PayoutBatch with(List<Payout> payouts) {
            return new PayoutBatch(
                    id,
                    number,
                    state,
                    totalFen,
                    cooperatives,
                    sha256,
                    preparedBy,
                    preparedAt,
                    firstReleaseBy,
                    firstReleaseAt,
                    secondReleaseBy,
                    secondReleaseAt,
                    cancelledFor,
                    payouts);
        }
    }

    private record Row(
            UUID id,
            String organisationName,
            String bankName,
            String accountEnding,
            long amountFen,
            @Nullable String bouncedFor,
            UUID orderId,
            String number,
            long orderFen) {}

    Mono<Boolean> oneIsPrepared() {
        return database.sql(ONE_IS_PREPARED).mapValue(Boolean.class).one();
    }

    Mono<Long> nextNumber() {
        return database.sql(NEXT_NUMBER).mapValue(Long.class).one();
    }

    Mono<Void> insert(
            UUID id, NewBatch batch, String fileSealed, String sha256, UUID person, Instant now) {
        return database.sql(INSERT_BATCH)
                .bind("id", id)
                .bind("number", batch.number())
                .bind("total", batch.total().fen())
                .bind("file", fileSealed)
                .bind("sha256", sha256)
                .bind("person", person)
                .bind("now", now)
                .then()
                .then(
                        database.sql(INSERT_PAYOUTS)
                                .bind("batch", id)
                                .bind("payouts", json.writeValueAsString(payouts(batch)))
                                .then())
                .then(
                        database.sql(INSERT_ORDERS)
                                .bind("orders", json.writeValueAsString(orders(batch)))
                                .then());
    }

    /** The latest, without their pay-outs. */
    Mono<List<PayoutBatch>> batches() {
        return database.sql(LATEST)
                .mapProperties(Head.class)
                .all()
                .map(head -> head.with(List.of()))
                .collectList();
    }

    Mono<PayoutBatch> batch(UUID id) {
        return database.sql(BATCH)
                .bind("id", id)
                .mapProperties(Head.class)
                .one()
                .flatMap(head ->
                        database.sql(PAYOUTS)
                                .bind("id", id)
                                .mapProperties(Row.class)
                                .all()
                                .collectList()
                                .map(rows -> head.with(group(rows))));
    }

    Mono<Locked> lock(UUID id) {
        return database.sql(LOCK).bind("id", id).mapProperties(Locked.class).one();
    }

    Mono<Void> releaseFirst(UUID id, UUID person, Instant now) {
        return release(RELEASE_FIRST, id, person, now);
    }

    Mono<Void> releaseSecond(UUID id, UUID person, Instant now) {
        return release(RELEASE_SECOND, id, person, now);
    }

    Mono<Void> cancel(UUID id, UUID person, String reason, Instant now) {
        return database.sql(CANCEL)
                .bind("id", id)
                .bind("person", person)
                .bind("reason", reason)
                .bind("now", now)
                .then();
    }

    Mono<SealedFile> file(UUID id) {
        return database.sql(FILE).bind("id", id).mapProperties(SealedFile.class).one();
    }

    Mono<List<Part>> ofBatch(UUID id) {
        return parts(OF_BATCH, id);
    }

    /** None before the batch is released. */
    Mono<List<Part>> ofPayout(UUID id) {
        return parts(OF_PAYOUT, id);
    }

    Mono<Void> booked(Part part, UUID entryId) {
        return database.sql(BOOKED)
                .bind("payout", part.payoutId())
                .bind("order", part.orderId())
                .bind("entry", entryId)
                .then();
    }

    /** The batch of a pay-out that has not come back. */
    Mono<UUID> lockPayout(UUID id) {
        return database.sql(LOCK_PAYOUT).bind("id", id).mapValue(UUID.class).one();
    }

    Mono<Void> bounce(UUID id, UUID person, String reason, String reference, Instant now) {
        return database.sql(BOUNCE)
                .bind("id", id)
                .bind("person", person)
                .bind("reason", reason)
                .bind("reference", reference)
                .bind("now", now)
                .then();
    }

    private Mono<Void> release(String sql, UUID id, UUID person, Instant now) {
        return database.sql(sql).bind("id", id).bind("person", person).bind("now", now).then();
    }

    private Mono<List<Part>> parts(String sql, UUID id) {
        return database.sql(sql).bind("id", id).mapProperties(Part.class).all().collectList();
    }

    private static List<Map<String, Object>> payouts(NewBatch batch) {
        return batch.transfers().stream()
                .map(transfer ->
                        Map.<String, Object>of(
                                "id", transfer.id(),
                                "organisation", transfer.to().organisationId(),
                                "bank", transfer.to().bankName(),
                                "ending", transfer.to().accountEnding(),
                                "text", transfer.text(),
                                "fen", transfer.amountFen()))
                .toList();
    }

    private static List<Map<String, Object>> orders(NewBatch batch) {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (NewBatch.Transfer transfer : batch.transfers()) {
            for (PayableOrder order : transfer.orders()) {
                orders.add(
                        Map.of(
                                "payout", transfer.id(),
                                "id", order.orderId(),
                                "fen", order.amountFen()));
            }
        }
        return orders;
    }

    private static List<Payout> group(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(PayoutStore::payout)
                .toList();
    }

    private static Payout payout(List<Row> rows) {
        Row first = Objects.requireNonNull(rows.getFirst());
        return new Payout(
                first.id(),
                first.organisationName(),
                first.bankName(),
                first.accountEnding(),
                first.amountFen(),
                first.bouncedFor(),
                rows.stream()
                        .map(row -> new PaidOrder(row.orderId(), row.number(), row.orderFen()))
                        .toList());
    }
}
