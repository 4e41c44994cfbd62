package org.consumptionaid.marketplace.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.consumptionaid.marketplace.certification.Certification;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Certificates for a year: every cooperative's own one and one for each top category it sells of;
 * the cooperatives of the demonstration accounts may sell everything.
 */
@Component
@Profile("demo")
class DemoCertificates {
    private static final Duration CERTIFIED_FOR = Duration.ofDays(365);
    private static final Duration CERTIFIED_SINCE = Duration.ofDays(30);
    private static final String MISSING =
            """
            WITH cooperative AS (
                SELECT o.id, o.county_code FROM organisation o WHERE o.kind = 'COOPERATIVE' AND o.demo),
            wanted AS (
                SELECT id, county_code, NULL AS category_code FROM cooperative
                UNION
                SELECT c.id, c.county_code, k.path[1] FROM cooperative c JOIN product p ON p.organisation_id = c.id
                JOIN category k ON k.code = p.category_code
                UNION
                SELECT c.id, c.county_code, k.code FROM cooperative c CROSS JOIN category k
                WHERE k.parent IS NULL AND EXISTS (SELECT FROM person p WHERE p.organisation_id = c.id))
            SELECT w.id, w.category_code, nextval('certificate_number') AS number
            FROM (SELECT * FROM wanted w
                  WHERE NOT EXISTS (SELECT FROM certificate c WHERE c.organisation_id = w.id
                                                             AND c.category_code IS NOT DISTINCT FROM w.category_code)
                  ORDER BY county_code, category_code NULLS FIRST) w
            """;
    // 12,000 mu that bear 2,500 kg each, or 20,000 head of 100 kg each, in this calendar year and
    // in the next.
    private static final String INSERT =
            """
            INSERT INTO certificate (number, organisation_id, kind, category_code, state, valid_from, valid_until,
                                     notice_until, applied_at, statement, county_reviewer, province_reviewer, seasons)
            SELECT ?, o.id, CASE WHEN k.code IS NULL THEN 'SUPPLIER' ELSE 'PRODUCT' END, k.code, 'IN_FORCE', t.since,
                   t.until, t.since, t.since - interval '30 days', '演示数据', d.name || '农业农村局（演示）',
                   d.province || '农业农村厅（演示）',
                   CASE WHEN k.code IS NULL THEN '[]' ELSE (
                       SELECT jsonb_agg(jsonb_build_object(
                           'from', make_date(year, 1, 1), 'to', make_date(year, 12, 31),
                           'basis', CASE WHEN k.code IN ('meat', 'aquatic', 'egg', 'dairy') THEN 'HERD' ELSE 'AREA' END,
                           'amountHundredths', CASE WHEN k.code IN ('meat', 'aquatic', 'egg', 'dairy') THEN 2000000
                                                    ELSE 1200000 END,
                           'gramsPerUnit', CASE WHEN k.code IN ('meat', 'aquatic', 'egg', 'dairy') THEN 100000
                                                ELSE 2500000 END))
                       FROM generate_series(date_part('year', t.since)::int, date_part('year', t.until)::int) year) END
            FROM organisation o
            JOIN division d ON d.code = o.county_code
            CROSS JOIN (VALUES (?::timestamptz, ?::timestamptz)) AS t (since, until)
            LEFT JOIN category k ON k.code = ?
            WHERE o.id = ?::uuid
            """;

    void load(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(MISSING);
                ResultSet missing = query.executeQuery();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            while (missing.next()) {
                insert.setString(
                        1, CheckedNumber.of(Certification.LETTER, missing.getLong("number")));
                insert.setTimestamp(2, Timestamp.from(now.minus(CERTIFIED_SINCE)));
                insert.setTimestamp(3, Timestamp.from(now.plus(CERTIFIED_FOR)));
                insert.setString(4, missing.getString("category_code"));
                insert.setString(5, missing.getString("id"));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
