package org.consumptionaid.marketplace.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.ordering.LineWeight;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class LotStore {
    /** The letter of lot numbers (Pici). */
    static final char LETTER = 'P';

    private static final String NEXT_NUMBERS =
            "SELECT nextval('lot_number') AS number FROM generate_series(1, :count)";
    private static final String INSERT =
            """
            INSERT INTO lot (number, order_id, line, shipment, product_id, grams, shipped_at)
            SELECT l.number, :order, l.line, l.shipment, ol.product_id, l.grams, :now
            FROM jsonb_to_recordset(:lots::jsonb) AS l (number text, line smallint, shipment smallint, grams bigint)
            JOIN order_line ol ON ol.order_id = :order AND ol.line = l.line
            """;

    private static final String CERTIFY =
            """
            INSERT INTO lot_certificate (lot_id, product_id, product_name, quantity, unit, grams, province, county_name,
                                         producer, credit_code, contact, basis, promises, issued_on)
            SELECT l.id, ol.product_id, ol.name, l.grams / ol.unit_grams, ol.unit, l.grams, d.province, ol.county_name, o.name,
                   o.credit_code, :contact, :basis, :promises, :today
            FROM lot l
            JOIN order_line ol ON ol.order_id = l.order_id AND ol.line = l.line
            JOIN division d ON d.code = ol.county_code
            JOIN product p ON p.id = ol.product_id
            JOIN organisation o ON o.id = p.organisation_id
            WHERE l.order_id = :order AND l.shipment = :shipment
            """;
    private static final String VIEW =
            """
            SELECT l.number, c.product_id, c.product_name, c.quantity, c.unit, c.grams, c.province, c.county_name,
                   c.producer, c.credit_code, c.contact, array_to_string(c.basis, ',') AS basis,
                   array_to_string(c.promises, ',') AS promises, c.issued_on, ol.certificate_number, l.shipped_at
            FROM lot_certificate c
            JOIN lot l ON l.id = c.lot_id
            JOIN order_line ol ON ol.order_id = l.order_id AND ol.line = l.line
            """;
    private static final String FIND = VIEW + "WHERE l.number = :number";
    private static final String CERTIFICATES =
            VIEW + "WHERE l.order_id = :order ORDER BY l.line, l.shipment LIMIT 10000";
    private static final String OF_ORDER =
            """
            SELECT l.number, l.line, l.shipment, ol.name, l.grams, c.lot_id IS NOT NULL AS certified, l.shipped_at
            FROM lot l
            JOIN order_line ol ON ol.order_id = l.order_id AND ol.line = l.line
            LEFT JOIN lot_certificate c ON c.lot_id = l.id
            WHERE l.order_id = :order ORDER BY l.line, l.shipment LIMIT 10000
            """;
    private static final String LATEST =
            """
            SELECT l.number, c.issued_on FROM lot_certificate c JOIN lot l ON l.id = c.lot_id
            WHERE c.product_id = :product ORDER BY c.lot_id DESC LIMIT 5
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    LotStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Lot(String number, int line, int shipment, long grams) {}

    Mono<Void> insertLots(UUID orderId, List<LineWeight> left, Instant now) {
        return database.sql(NEXT_NUMBERS)
                .bind("count", left.size())
                .map(row -> Objects.requireNonNull(row.get("number", Long.class)))
                .all()
                .collectList()
                .flatMap(numbers -> insert(orderId, lots(left, numbers), now));
    }

    /** Issues the certificate of every lot of a shipment. */
    Mono<Void> certify(UUID orderId, int shipment, CertificateTerms terms, LocalDate today) {
        return database.sql(CERTIFY)
                .bind("order", orderId)
                .bind("shipment", shipment)
                .bind("contact", terms.contactOrNone())
                .bind("basis", names(terms.basisOrDefault()))
                .bind("promises", names(LotPromise.ALL))
                .bind("today", today)
                .then();
    }

    /** A lot that has a certificate. */
    Mono<LotView> find(String number) {
        return database.sql(FIND)
                .bind("number", number)
                .mapProperties(LotRow.class)
                .one()
                .map(LotRow::view);
    }

    Mono<List<LotView>> certificates(UUID orderId) {
        return database.sql(CERTIFICATES)
                .bind("order", orderId)
                .mapProperties(LotRow.class)
                .all()
                .map(LotRow::view)
                .collectList();
    }

    Mono<List<LotSummary>> ofOrder(UUID orderId) {
        return database.sql(OF_ORDER)
                .bind("order", orderId)
                .mapProperties(LotSummary.class)
                .all()
                .collectList();
    }

    Mono<List<LatestLot>> latest(UUID productId) {
        return database.sql(LATEST)
                .bind("product", productId)
                .mapProperties(LatestLot.class)
                .all()
                .collectList();
    }

    private static String[] names(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private Mono<Void> insert(UUID orderId, List<Lot> lots, Instant now) {
        return database.sql(INSERT)
                .bind("order", orderId)
                .bind("lots", json.writeValueAsString(lots))
                .bind("now", now)
                .then();
    }

    private static List<Lot> lots(List<LineWeight> left, List<Long> numbers) {
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            LineWeight line = left.get(i);
            lots.add(
                    new Lot(
                            CheckedNumber.of(LETTER, numbers.get(i)),
                            line.line(),
                            line.shipment(),
                            line.grams()));
        }
        return lots;
    }
}
