package org.consumptionaid.marketplace.farming;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class FarmRecordStore {
    /** Two years of work on many plots. */
    static final int MOST_RECORDS = 1_000;

    private static final String LIST =
            """
            SELECT r.id, r.corrects, later.id AS corrected_by, r.plot, r.done_on, r.operation, r.input, r.source,
                   r.amount, r.interval_days, r.note, r.recorded_at
            FROM farm_record r LEFT JOIN farm_record later ON later.corrects = r.id
            WHERE r.product_id = :product ORDER BY r.done_on DESC, r.id DESC LIMIT 1000
            """;
    private static final String LOCK_PRODUCT =
            "SELECT id FROM product WHERE id = :product AND organisation_id = :organisation FOR NO KEY UPDATE";
    private static final String COUNT =
            "SELECT count(*) AS n FROM farm_record WHERE product_id = :product";
    private static final String ON_PLOT =
            """
            SELECT r.operation, (r.done_on - date '1970-01-01')::bigint AS day, r.interval_days
            FROM farm_record r
            WHERE r.product_id = :product AND r.plot = :plot AND r.id IS DISTINCT FROM :corrects::uuid
              AND NOT EXISTS (SELECT FROM farm_record later WHERE later.corrects = r.id)
            LIMIT 1000
            """;
    private static final String INSERT =
            """
            INSERT INTO farm_record (id, product_id, corrects, plot, done_on, operation, input, source, amount,
                                     interval_days, note, person_id, recorded_at)
            VALUES (:id, :product, :corrects, :plot, :day, :operation, :input, :source, :amount, :interval, :note,
                    :person, :now)
            """;

    private final DatabaseClient database;

    FarmRecordStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<FarmRecordView>> list(UUID productId) {
        return database.sql(LIST)
                .bind("product", productId)
                .mapProperties(FarmRecordView.class)
                .all()
                .collectList();
    }

    /** Others who record work for the product wait; empty if it is not the organisation's. */
    Mono<UUID> lockProduct(UUID productId, UUID organisationId) {
        return database.sql(LOCK_PRODUCT)
                .bind("product", productId)
                .bind("organisation", organisationId)
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .one();
    }

    Mono<Long> count(UUID productId) {
        return database.sql(COUNT)
                .bind("product", productId)
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one();
    }

    /** What holds of the work on a plot, but for the record that is to be corrected. */
    Mono<List<PlotWork>> onPlot(UUID productId, FarmRecordForm form) {
        return nullable(
                        database.sql(ON_PLOT).bind("product", productId).bind("plot", form.plot()),
                        "corrects",
                        form.corrects(),
                        UUID.class)
                .mapProperties(PlotWork.class)
                .all()
                .collectList();
    }

    Mono<Void> insert(UUID id, Caller caller, UUID productId, FarmRecordForm form, Instant now) {
        GenericExecuteSpec spec =
                database.sql(INSERT)
                        .bind("id", id)
                        .bind("product", productId)
                        .bind("plot", form.plot())
                        .bind("day", form.doneOn())
                        .bind("operation", form.operation().name())
                        .bind("input", Objects.requireNonNull(form.input()))
                        .bind("source", Objects.requireNonNull(form.source()))
                        .bind("amount", Objects.requireNonNull(form.amount()))
                        .bind("note", Objects.requireNonNull(form.note()))
                        .bind("person", caller.personId())
                        .bind("now", now);
        spec = nullable(spec, "corrects", form.corrects(), UUID.class);
        return nullable(spec, "interval", form.intervalDays(), Integer.class).then();
    }

    private static <T> GenericExecuteSpec nullable(
            GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }
}
