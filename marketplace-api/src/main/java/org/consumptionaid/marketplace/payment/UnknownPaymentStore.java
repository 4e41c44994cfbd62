package org.consumptionaid.marketplace.payment;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class UnknownPaymentStore {
    private static final String LIST =
            """
            SELECT p.id, p.order_id, o.number AS order_number, b.name AS buyer_name, p.method, p.amount_fen, p.unknown_since,
                   p.updated_at AS asked_at, coalesce(p.reason, '') AS reason
            FROM payment p
            JOIN purchase_order o ON o.id = p.order_id
            JOIN organisation b ON b.id = o.buyer_id
            WHERE p.state = 'UNKNOWN'
            ORDER BY p.unknown_since, p.id LIMIT 200
            """;
    private static final String METHOD =
            "SELECT method FROM payment WHERE id = :id AND method IN ('CARD', 'CARD_REFUND')";

    private final DatabaseClient database;

    UnknownPaymentStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<UnknownPayment>> all() {
        return database.sql(LIST).mapProperties(UnknownPayment.class).all().collectList();
    }

    /** Of a payment or a refund through Stripe. */
    Mono<PaymentMethod> method(UUID id) {
        return database.sql(METHOD)
                .bind("id", id)
                .mapValue(String.class)
                .one()
                .map(PaymentMethod::valueOf);
    }
}
