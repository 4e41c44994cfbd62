package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class InvoiceStore {
    private static final String INSERT =
            """
            INSERT INTO invoice (id, order_id, reverses, code, number, issued_on, total_fen, tax_fen, reason, attachment_id,
                                 person_id, recorded_at)
            VALUES (:id, :order, :reverses, :code, :number, :day, :total, :tax, :reason, :attachment, :person, :now)
            """;
    private static final String OF_ORDER =
            """
            SELECT i.id, i.number, i.code, i.issued_on, i.total_fen, i.tax_fen, b.number AS reverses, r.number AS reversed_by,
                   i.reason, i.attachment_id, a.name AS file_name, a.content_type, a.sha256, i.recorded_at
            FROM invoice i
            JOIN attachment a ON a.id = i.attachment_id
            LEFT JOIN invoice b ON b.id = i.reverses
            LEFT JOIN invoice r ON r.reverses = i.id
            WHERE i.order_id = :order ORDER BY i.id LIMIT 1000
            """;
    private static final String SHOWS =
            """
            SELECT EXISTS (SELECT FROM invoice i JOIN purchase_order o ON o.id = i.order_id
                           WHERE i.attachment_id = :attachment AND :organisation IN (o.buyer_id, o.supplier_id)) AS shown
            """;

    private final DatabaseClient database;

    InvoiceStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A new row.
     *
     * @param reverses the one that a red one reverses
     */
    record NewInvoice(
            UUID id,
            UUID orderId,
            @Nullable UUID reverses,
            InvoicePaper paper,
            long totalFen,
            long taxFen,
            String reason) {}

    Mono<Void> insert(NewInvoice invoice, Caller caller, Instant now) {
        InvoicePaper paper = invoice.paper();
        GenericExecuteSpec spec =
                database.sql(INSERT)
                        .bind("id", invoice.id())
                        .bind("order", invoice.orderId())
                        .bind("code", paper.code())
                        .bind("number", paper.number())
                        .bind("day", paper.issuedOn())
                        .bind("total", invoice.totalFen())
                        .bind("tax", invoice.taxFen())
                        .bind("reason", invoice.reason())
                        .bind("attachment", paper.attachment())
                        .bind("person", caller.personId())
                        .bind("now", now);
        UUID reverses = invoice.reverses();
        return (reverses == null
                        ? spec.bindNull("reverses", UUID.class)
                        : spec.bind("reverses", reverses))
                .then();
    }

    /** The oldest first. */
    Mono<List<InvoiceView>> ofOrder(UUID orderId) {
        return database.sql(OF_ORDER)
                .bind("order", orderId)
                .mapProperties(InvoiceView.class)
                .all()
                .collectList();
    }

    /** Whether the file is that of an invoice about an order of the caller's. */
    Mono<Boolean> shows(Caller caller, UUID attachmentId) {
        return database.sql(SHOWS)
                .bind("attachment", attachmentId)
                .bind("organisation", caller.organisationId())
                .map(row -> Boolean.TRUE.equals(row.get("shown", Boolean.class)))
                .one();
    }
}
