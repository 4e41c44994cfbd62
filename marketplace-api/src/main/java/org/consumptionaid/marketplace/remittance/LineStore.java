package org.consumptionaid.marketplace.remittance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.remittance.BankLine.LineState;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Lines of bank statements and the bills they may be for. */
@Repository
class LineStore {
    private static final String ROW =
            """
            SELECT l.id, b.name AS bank_name, l.booked_on, l.amount_fen, l.posted_fen, l.payer_name, l.payer_account,
                   l.reference, l.purpose, l.state, l.finding, l.set_aside_for, l.returned_fen, l.returned_for,
                   l.arrival_entry_id, l.return_entry_id
            FROM bank_line l JOIN bank b ON b.code = l.bank_code
            """;
    private static final String LIST =
            ROW + "WHERE l.state = :state AND l.id < :before ORDER BY l.id DESC LIMIT :limit";
    private static final String FIND = ROW + "WHERE l.id = :id";
    private static final String LOCK = FIND + " FOR UPDATE OF l";
    private static final String LOCK_TO_LOOK_AT =
            FIND + " AND l.state = 'WAITING' AND NOT l.by_hand FOR UPDATE OF l SKIP LOCKED";
    private static final String TO_LOOK_AT =
            """
            SELECT id FROM bank_line WHERE state = 'WAITING' AND NOT by_hand AND look_at <= :now
            ORDER BY look_at, id LIMIT :limit
            """;
    private static final String LOOKED_AT =
            "UPDATE bank_line SET finding = :finding, look_at = :again WHERE id = :id";
    private static final String LATER = "UPDATE bank_line SET look_at = :again WHERE id = :id";
    private static final String POST =
            """
            UPDATE bank_line
            SET posted_fen = posted_fen + :fen, by_hand = by_hand OR :byHand,
                state = CASE WHEN posted_fen + :fen = amount_fen THEN 'POSTED' ELSE 'WAITING' END
            WHERE id = :id
            """;
    private static final String SET_ASIDE =
            """
            UPDATE bank_line SET state = 'SET_ASIDE', set_aside_for = :reason, by_hand = true WHERE id = :id
            """;
    private static final String SEND_BACK =
            """
            UPDATE bank_line
            SET state = 'RETURNED', returned_fen = amount_fen - posted_fen, returned_for = :reason,
                return_reference = :reference, arrival_entry_id = :arrival, return_entry_id = :return, by_hand = true
            WHERE id = :id
            """;
    private static final String IDS_OF =
            "SELECT id, number FROM purchase_order WHERE number = ANY(:numbers) LIMIT 200";
    private static final String REOPEN =
            """
            UPDATE bank_line
            SET state = 'WAITING', posted_fen = 0, set_aside_for = NULL, returned_fen = 0, returned_for = NULL,
                return_reference = NULL, arrival_entry_id = NULL, return_entry_id = NULL, by_hand = true
            WHERE id = :id
            """;
    // By code, by amount and by payer; each branch has its index.
    private static final String BILLS =
            """
            WITH payer AS (
                SELECT id FROM organisation WHERE replace(normalize(name, NFKC), ' ', '') = :payer
                UNION
                SELECT buyer_id FROM payer_declaration WHERE payer_name = :payer AND payer_account = :account),
            wanted AS (
                SELECT number AS code, id AS order_id FROM payable_order WHERE number = ANY(:codes)
                UNION
                SELECT code, order_id FROM remittance_code_order WHERE code = ANY(:codes)
                UNION
                (SELECT number, id FROM payable_order WHERE due_fen = :amount ORDER BY id LIMIT 50)
                UNION
                (SELECT number, id FROM payable_order WHERE buyer_id IN (SELECT id FROM payer) ORDER BY id LIMIT 50)
                UNION
                (SELECT o.code, o.order_id FROM remittance_code c JOIN remittance_code_order o ON o.code = c.code
                 WHERE c.buyer_id IN (SELECT id FROM payer) ORDER BY c.created_at DESC LIMIT 200))
            SELECT w.code, p.buyer_id, p.buyer_name, p.id AS order_id, p.number, p.supplier_name, p.due_fen,
                   EXISTS (SELECT FROM payer_declaration d
                           WHERE d.buyer_id = p.buyer_id AND d.payer_name = :payer AND d.payer_account = :account)
                       AS declared
            FROM wanted w JOIN payable_order p ON p.id = w.order_id
            ORDER BY w.code, p.id LIMIT 500
            """;
    private static final String UNITS =
            """
            SELECT o.id AS order_id, b.name AS buyer_name,
                   EXISTS (SELECT FROM payer_declaration d
                           WHERE d.buyer_id = o.buyer_id AND d.payer_name = :payer AND d.payer_account = :account)
                       AS declared
            FROM purchase_order o JOIN organisation b ON b.id = o.buyer_id
            WHERE o.id = ANY(:orders) LIMIT 200
            """;

    private final DatabaseClient database;

    LineStore(DatabaseClient database) {
        this.database = database;
    }

    record Row(
            UUID id,
            String bankName,
            LocalDate bookedOn,
            long amountFen,
            long postedFen,
            String payerName,
            String payerAccount,
            String reference,
            String purpose,
            LineState state,
            @Nullable Finding finding,
            @Nullable String setAsideFor,
            long returnedFen,
            @Nullable String returnedFor,
            @Nullable UUID arrivalEntryId,
            @Nullable UUID returnEntryId) {

        long leftFen() {
            return amountFen - postedFen - returnedFen;
        }

        MatchRules.Remitted remitted() {
            return new MatchRules.Remitted(leftFen(), payerName, purpose + " " + reference);
        }
    }

    /** Whose order it is, and whether that unit has declared the payer. */
    record Unit(UUID orderId, String buyerName, boolean declared) {}

    private record BillRow(
            String code,
            UUID buyerId,
            String buyerName,
            UUID orderId,
            String number,
            String supplierName,
            long dueFen,
            boolean declared) {}

    Mono<List<Row>> list(LineState state, UUID before) {
        return database.sql(LIST)
                .bind("state", state.name())
                .bind("before", before)
                .bind("limit", Page.SIZE + 1)
                .mapProperties(Row.class)
                .all()
                .collectList();
    }

    Mono<Row> find(UUID id) {
        return row(FIND, id);
    }

    Mono<Row> lock(UUID id) {
        return row(LOCK, id);
    }

    /** Nothing if somebody else has it or has decided. */
    Mono<Row> lockToLookAt(UUID id) {
        return row(LOCK_TO_LOOK_AT, id);
    }

    Mono<List<UUID>> toLookAt(Instant now, int limit) {
        return database.sql(TO_LOOK_AT)
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .collectList();
    }

    Mono<Void> lookedAt(UUID id, Finding finding, Instant again) {
        return database.sql(LOOKED_AT)
                .bind("id", id)
                .bind("finding", finding.name())
                .bind("again", again)
                .then();
    }

    Mono<Void> later(UUID id, Instant again) {
        return database.sql(LATER).bind("id", id).bind("again", again).then();
    }

    Mono<Void> post(UUID id, long fen, boolean byHand) {
        return database.sql(POST).bind("id", id).bind("fen", fen).bind("byHand", byHand).then();
    }

    Mono<Void> setAside(UUID id, String reason) {
        return database.sql(SET_ASIDE).bind("id", id).bind("reason", reason).then();
    }

    Mono<Void> sendBack(UUID id, String reason, String reference, UUID arrival, UUID back) {
        return database.sql(SEND_BACK)
                .bind("id", id)
                .bind("reason", reason)
                .bind("reference", reference)
                .bind("arrival", arrival)
                .bind("return", back)
                .then();
    }

    /** The orders of these numbers, by number. */
    Mono<Map<String, UUID>> idsOf(Collection<String> numbers) {
        return database.sql(IDS_OF)
                .bind("numbers", numbers.toArray(String[]::new))
                .map(row ->
                        Map.entry(
                                Objects.requireNonNull(row.get("number", String.class)),
                                Objects.requireNonNull(row.get("id", UUID.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> reopen(UUID id) {
        return database.sql(REOPEN).bind("id", id).then();
    }

    Mono<List<Bill>> bills(Row line, Collection<String> codes) {
        return database.sql(BILLS)
                .bind("payer", line.payerName())
                .bind("account", line.payerAccount())
                .bind("codes", codes.toArray(String[]::new))
                .bind("amount", line.leftFen())
                .mapProperties(BillRow.class)
                .all()
                .collectList()
                .map(LineStore::group);
    }

    Mono<List<Unit>> units(Row line, Collection<UUID> orderIds) {
        return database.sql(UNITS)
                .bind("payer", line.payerName())
                .bind("account", line.payerAccount())
                .bind("orders", orderIds.toArray(UUID[]::new))
                .mapProperties(Unit.class)
                .all()
                .collectList();
    }

    private Mono<Row> row(String sql, UUID id) {
        return database.sql(sql).bind("id", id).mapProperties(Row.class).one();
    }

    private static List<Bill> group(List<BillRow> rows) {
        Map<String, Bill> bills = new LinkedHashMap<>();
        for (BillRow row : rows) {
            bills.computeIfAbsent(
                            row.code(),
                            code ->
                                    new Bill(
                                            code,
                                            row.buyerId(),
                                            row.buyerName(),
                                            row.declared(),
                                            new ArrayList<>()))
                    .shares()
                    .add(
                            new Bill.Share(
                                    row.orderId(), row.number(), row.supplierName(), row.dueFen()));
        }
        return List.copyOf(bills.values());
    }
}
