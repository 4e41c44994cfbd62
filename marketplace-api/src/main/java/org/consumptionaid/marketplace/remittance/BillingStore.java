package org.consumptionaid.marketplace.remittance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What payers see: orders to pay, codes, declarations. */
@Repository
class BillingStore {
    private static final String PAYABLES =
            """
            SELECT id AS order_id, number, terms, buyer_name, supplier_name, due_fen, due_on,
                   due_on - :today AS days_left
            FROM payable_order
            WHERE :all OR :organisation IN (buyer_id, supplier_id)
            ORDER BY due_on NULLS LAST, id LIMIT 200
            """;
    private static final String NEXT_CODE = "SELECT nextval('remittance_code_number') AS number";
    private static final String INSERT_CODE =
            """
            WITH code AS (
                INSERT INTO remittance_code (code, buyer_id, created_at) VALUES (:code, :buyer, :now))
            INSERT INTO remittance_code_order (code, order_id)
            SELECT :code, id FROM payable_order WHERE id = ANY(:orders) AND buyer_id = :buyer
            """;
    private static final String NOTE =
            """
            SELECT o.id, o.number, o.supplier_name, o.buyer_name, coalesce(p.due_fen, 0) AS due_fen, o.due_on
            FROM (SELECT o.id, o.number, s.name AS supplier_name, b.name AS buyer_name, o.buyer_id, o.due_on
                  FROM purchase_order o
                  JOIN organisation b ON b.id = o.buyer_id
                  JOIN organisation s ON s.id = o.supplier_id
                  WHERE o.number = :code
                     OR o.id IN (SELECT order_id FROM remittance_code_order WHERE code = :code)) o
            LEFT JOIN payable_order p ON p.id = o.id
            WHERE :all OR o.buyer_id = :organisation
            ORDER BY o.number LIMIT 200
            """;
    private static final String ACCOUNTS =
            """
            SELECT name AS bank_name, account_holder, account_number FROM bank ORDER BY code LIMIT 50
            """;
    private static final String DECLARATIONS =
            """
            SELECT d.id, d.buyer_id, o.name AS buyer_name, d.payer_name, d.payer_account, d.reason, d.declared_at
            FROM payer_declaration d JOIN organisation o ON o.id = d.buyer_id
            WHERE :all OR d.buyer_id = :organisation
            ORDER BY d.id DESC LIMIT 200
            """;
    // Lines of this payer that wait are looked at again.
    private static final String DECLARE =
            """
            WITH again AS (
                UPDATE bank_line SET look_at = :now
                WHERE state = 'WAITING' AND NOT by_hand AND payer_name = :name AND payer_account = :account)
            INSERT INTO payer_declaration (id, buyer_id, payer_name, payer_account, reason, person_id, declared_at)
            VALUES (:id, :buyer, :name, :account, :reason, :person, :now)
            """;

    private final DatabaseClient database;

    BillingStore(DatabaseClient database) {
        this.database = database;
    }

    record NoteRow(
            UUID id,
            String number,
            String supplierName,
            String buyerName,
            long dueFen,
            @Nullable LocalDate dueOn) {}

    Mono<List<Payable>> payables(Caller caller, LocalDate today) {
        return database.sql(PAYABLES)
                .bind("all", caller.seesAll())
                .bind("organisation", caller.organisationId())
                .bind("today", today)
                .mapProperties(Payable.class)
                .all()
                .collectList();
    }

    Mono<Long> nextCode() {
        return database.sql(NEXT_CODE)
                .map(row -> Objects.requireNonNull(row.get("number", Long.class)))
                .one();
    }

    /** How many of the orders are the buyer's and payable, and so have the code. */
    Mono<Long> insertCode(String code, UUID buyerId, List<UUID> orders, Instant now) {
        return database.sql(INSERT_CODE)
                .bind("code", code)
                .bind("buyer", buyerId)
                .bind("orders", orders.toArray(UUID[]::new))
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    Mono<List<NoteRow>> note(Caller caller, String code) {
        return database.sql(NOTE)
                .bind("code", code)
                .bind("all", caller.seesAll())
                .bind("organisation", caller.organisationId())
                .mapProperties(NoteRow.class)
                .all()
                .collectList();
    }

    Mono<List<PaymentNote.Account>> accounts() {
        return database.sql(ACCOUNTS).mapProperties(PaymentNote.Account.class).all().collectList();
    }

    Mono<List<PayerDeclaration>> declarations(Caller caller) {
        return database.sql(DECLARATIONS)
                .bind("all", caller.seesAll())
                .bind("organisation", caller.organisationId())
                .mapProperties(PayerDeclaration.class)
                .all()
                .collectList();
    }

    Mono<Void> declare(
            UUID id, Caller caller, String name, String account, String reason, Instant now) {
        return database.sql(DECLARE)
                .bind("id", id)
                .bind("buyer", caller.organisationId())
                .bind("name", name)
                .bind("account", account)
                .bind("reason", reason)
                .bind("person", caller.personId())
                .bind("now", now)
                .then();
    }
}
