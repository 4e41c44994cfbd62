package org.consumptionaid.indexer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue as the API would change it: each change and its outbox row in one transaction. */
public final class Catalogue {

    private static final String FIXTURE =
            """
            INSERT INTO division (code, province, prefecture, name, longitude, latitude)
            VALUES ('999901', '云南省', '昭通市', '昭阳区', 103.71, 27.34) ON CONFLICT DO NOTHING;
            INSERT INTO category (code, path, name_zh, name_en, sort)
            VALUES ('test', '{test}', '测试', 'Test', 1) ON CONFLICT DO NOTHING;
            INSERT INTO organisation (id, kind, name, county_code, created_at)
            VALUES ('00000000-0000-0000-0000-000000000001', 'COOPERATIVE', '测试合作社', '999901', now());
            INSERT INTO certificate (number, organisation_id, kind, category_code, state, valid_from, valid_until,
                                     county_reviewer, province_reviewer)
            VALUES ('T-1', '00000000-0000-0000-0000-000000000001', 'SUPPLIER', NULL, 'IN_FORCE',
                    '2026-01-01', '2029-01-01', '县', '省'),
                   ('T-2', '00000000-0000-0000-0000-000000000001', 'PRODUCT', 'test', 'IN_FORCE',
                    '2026-01-01', '2029-01-01', '县', '省');
            """;

    private static final String ADD =
            """
            WITH added AS (
                INSERT INTO product (organisation_id, county_code, category_code, name, unit, net_weight_grams,
                                     price_fen, season_from, season_to, created_at, updated_at)
                SELECT '00000000-0000-0000-0000-000000000001', '999901', 'test', :name || n, '箱', 5000,
                       3980, 9, 2, now(), now()
                FROM generate_series(1, :count) n
                RETURNING id),
            stocked AS (
                INSERT INTO stock (product_id, available) SELECT id, 100 FROM added),
            told AS (
                INSERT INTO catalog_change (aggregateid) SELECT id FROM added WHERE :told)
            SELECT id FROM added
            """;

    private static final String TELL =
            "INSERT INTO catalog_change (aggregateid) VALUES (:id); NOTIFY catalog_change";

    private final String database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Catalogue(String database) {
        // One connection kept: opening one takes longer than a change.
        SingleConnectionDataSource source =
                new SingleConnectionDataSource(
                        Stack.POSTGRES.jdbcUrl(database),
                        Stack.POSTGRES.user(),
                        Stack.POSTGRES.password(),
                        true);
        this.database = database;
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        jdbc.sql(FIXTURE).update();
    }

    public String database() {
        return database;
    }

    public UUID add(String name) {
        return add(name, 1).getFirst();
    }

    public List<UUID> add(String name, int count) {
        return add(name, count, true);
    }

    /** Products that no change tells of: only a rebuild finds them. */
    public List<UUID> addUntold(String name, int count) {
        return add(name, count, false);
    }

    public void setPrice(UUID id, long fen) {
        change(id, "UPDATE product SET price_fen = " + fen + ", version = version + 1");
    }

    public void withdraw(UUID id) {
        change(id, "UPDATE product SET listed = false, version = version + 1");
    }

    /** A keyword of more than 32,766 bytes, which Elasticsearch refuses. */
    public void makeUnindexable(UUID id) {
        change(id, "UPDATE product SET gi_certificate = repeat('x', 40000), version = version + 1");
    }

    public void makeIndexable(UUID id) {
        change(id, "UPDATE product SET gi_certificate = NULL, version = version + 1");
    }

    /** What the index has to show in the end. */
    public Map<UUID, Long> versions() {
        return jdbc.sql("SELECT id, version FROM catalog_document").query().listOfRows().stream()
                .collect(
                        Collectors.toMap(
                                row -> (UUID) row.get("id"), row -> (Long) row.get("version")));
    }

    public long pending() {
        return jdbc.sql("SELECT count(*) FROM catalog_change").query(Long.class).single();
    }

    public List<UUID> parked() {
        return jdbc.sql("SELECT product_id AS id FROM catalog_change_parked")
                .query(Catalogue::toId)
                .list();
    }

    public String live() {
        return jdbc.sql("SELECT coalesce(live, 'none') FROM catalog_index")
                .query(String.class)
                .single();
    }

    public void execute(String sql) {
        jdbc.sql(sql).update();
    }

    private List<UUID> add(String name, int count, boolean told) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    List<UUID> ids =
                            jdbc.sql(ADD)
                                    .param("name", name)
                                    .param("count", count)
                                    .param("told", told)
                                    .query(Catalogue::toId)
                                    .list();
                    jdbc.sql("NOTIFY catalog_change").update();
                    return ids;
                }));
    }

    private static UUID toId(ResultSet row, int number) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    private void change(UUID id, String update) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql(update + " WHERE id = :id").param("id", id).update();
            jdbc.sql(TELL).param("id", id).update();
        });
    }
}
