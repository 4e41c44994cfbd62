package org.consumptionaid.marketplace.demo;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consumptionaid.marketplace.certification.Certification;
import org.consumptionaid.marketplace.identity.CreditCode;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Applications at every step, so that each reviewer's and cooperative's first page shows something.
 * They are renewals or for what is not sold, so that nobody's sales depend on them.
 */
@Component
@Profile("demo")
class DemoApplications {
    private static final String HUINING = "620422";
    private static final String ANDING = "621102";
    private static final int NOTICE_DAYS_LEFT = 3;
    private static final int ENDING_IN_DAYS = 20;
    private static final int VALID_DAYS = 730;
    private static final int DAYS_TO_BEGIN = 10;

    private static final Step APPLY =
            new Step(0, "APPLY", "NONE", "COUNTY_REVIEW", "COOPERATIVE", "");
    private static final Step RETURN =
            new Step(
                    2,
                    "RETURN",
                    "COUNTY_REVIEW",
                    "RETURNED",
                    "COUNTY_BUREAU",
                    "请补充今年的存栏证明和检疫记录（演示）。");
    private static final Step COUNTY_APPROVES =
            new Step(2, "APPROVE", "COUNTY_REVIEW", "PROVINCE_REVIEW", "COUNTY_BUREAU", "");
    private static final Step PROVINCE_APPROVES =
            new Step(4, "APPROVE", "PROVINCE_REVIEW", "PUBLIC_NOTICE", "PROVINCE_BUREAU", "");
    private static final Step SUSPEND =
            new Step(
                    20,
                    "SUSPEND",
                    "IN_FORCE",
                    "SUSPENDED",
                    "PROVINCE_BUREAU",
                    "抽检一批次不合格，整改期间暂停（演示）。");

    private static final List<Application> APPLICATIONS =
            List.of(
                    new Application(HUINING, "herb", "COUNTY_REVIEW", 12, -2, List.of(APPLY)),
                    new Application(HUINING, "nut", "COUNTY_REVIEW", 4, 6, List.of(APPLY)),
                    new Application(HUINING, "dairy", "RETURNED", 6, 9, List.of(APPLY, RETURN)),
                    new Application(
                            HUINING,
                            "aquatic",
                            "PROVINCE_REVIEW",
                            9,
                            3,
                            List.of(APPLY, COUNTY_APPROVES)),
                    new Application(
                            HUINING,
                            "tea",
                            "IN_FORCE",
                            10,
                            null,
                            List.of(APPLY, COUNTY_APPROVES, PROVINCE_APPROVES)),
                    new Application(
                            ANDING,
                            "honey",
                            "SUSPENDED",
                            60,
                            null,
                            List.of(APPLY, COUNTY_APPROVES, PROVINCE_APPROVES, SUSPEND)));

    private static final String BUREAU =
            """
            INSERT INTO organisation (kind, name, credit_code, county_code, demo, created_at)
            SELECT 'COUNTY_BUREAU', name || '农业农村局（演示）', ?, code, true, ? FROM division WHERE code = ?
            ON CONFLICT (credit_code) DO NOTHING
            """;
    private static final String WANTED =
            """
            SELECT o.id, nextval('certificate_number') AS number
            FROM organisation o
            WHERE o.credit_code = ? AND NOT EXISTS (
                SELECT FROM certificate_event e JOIN certificate c ON c.id = e.certificate_id
                WHERE c.organisation_id = o.id AND c.category_code = ?)
            """;
    // A renewal begins when the older one ends and names the same seasons.
    private static final String INSERT =
            """
            INSERT INTO certificate (number, organisation_id, kind, category_code, state, applied_at, due_on, statement,
                                     seasons, notice_until, valid_from, valid_until, county_reviewer, province_reviewer)
            SELECT ?, o.id, 'PRODUCT', a.category, a.state, a.applied, a.due, '种养殖规模和上年产量见附件（演示数据）。',
                   coalesce(older.seasons, jsonb_build_array(jsonb_build_object(
                       'from', make_date(year, 1, 1), 'to', make_date(year, 12, 31), 'basis', 'HERD',
                       'amountHundredths', 20000, 'gramsPerUnit', 20000))),
                   CASE WHEN approved THEN CASE WHEN older.id IS NULL THEN a.begins ELSE a.notice END END,
                   CASE WHEN approved THEN coalesce(older.valid_until, a.begins) END,
                   CASE WHEN approved THEN coalesce(older.valid_until, a.begins) + a.days * interval '1 day' END,
                   CASE WHEN approved THEN d.name || '农业农村局（演示）' END,
                   CASE WHEN approved THEN d.province || '农业农村厅（演示）' END
            FROM organisation o
            JOIN division d ON d.code = o.county_code
            CROSS JOIN (SELECT ?::text AS category, ?::text AS state, ?::timestamptz AS applied, ?::date AS due,
                               ?::timestamptz AS notice, ?::timestamptz AS begins, ?::int AS days) a
            CROSS JOIN LATERAL (SELECT a.state IN ('IN_FORCE', 'SUSPENDED') AS approved,
                                       date_part('year', a.applied)::int AS year) b
            LEFT JOIN LATERAL (
                SELECT c.id, c.seasons, c.valid_until FROM certificate c
                WHERE c.organisation_id = o.id AND c.category_code = a.category ORDER BY c.valid_until DESC LIMIT 1) older ON true
            WHERE o.id = ?::uuid
            ON CONFLICT DO NOTHING
            RETURNING id
            """;
    private static final String EVENT =
            """
            INSERT INTO certificate_event (certificate_id, seq, action, from_phase, to_phase, person_id, organisation_id, at,
                                           reason)
            SELECT c.id, ?, ?, ?, ?, NULL, by.id, ?, ?
            FROM certificate c
            JOIN organisation o ON o.id = c.organisation_id
            JOIN LATERAL (
                SELECT n.id FROM organisation n JOIN division home ON home.code = n.county_code
                WHERE n.kind = ? AND n.demo AND CASE n.kind
                      WHEN 'COOPERATIVE' THEN n.id = o.id
                      WHEN 'COUNTY_BUREAU' THEN n.county_code = o.county_code
                      ELSE home.province = (SELECT province FROM division WHERE code = o.county_code) END
                ORDER BY n.id LIMIT 1) by ON true
            WHERE c.id = ?::uuid
            """;
    private static final String ENDING =
            """
            UPDATE certificate c SET valid_until = ?
            FROM organisation o
            WHERE o.id = c.organisation_id AND o.credit_code = ? AND c.category_code = 'spice' AND c.state = 'IN_FORCE'
              AND NOT EXISTS (SELECT FROM certificate_event e WHERE e.certificate_id = c.id)
              AND NOT EXISTS (SELECT FROM certificate next
                              WHERE next.organisation_id = c.organisation_id AND next.category_code = c.category_code
                                AND next.id <> c.id)
              AND c.valid_until > ?
            """;

    private record Step(
            int afterDays, String action, String from, String to, String by, String reason) {}

    private record Application(
            String county,
            String category,
            String state,
            int daysAgo,
            @Nullable Integer dueInDays,
            List<Step> steps) {

        Instant appliedAt(Instant now) {
            return now.minus(Duration.ofDays(daysAgo));
        }
    }

    void load(Connection connection, Instant now) throws SQLException {
        insertBureau(connection, now);
        for (Application application : APPLICATIONS) {
            insert(connection, application, now);
        }
        try (PreparedStatement update = connection.prepareStatement(ENDING)) {
            Instant ends = now.plus(Duration.ofDays(ENDING_IN_DAYS));
            update.setTimestamp(1, Timestamp.from(ends));
            update.setString(2, DemoCatalog.creditCode(HUINING).value());
            update.setTimestamp(3, Timestamp.from(ends));
            update.executeUpdate();
        }
    }

    private static void insertBureau(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BUREAU)) {
            insert.setString(1, CreditCode.ofBody("11" + ANDING + "DEMA2" + "0001").value());
            insert.setTimestamp(2, Timestamp.from(now));
            insert.setString(3, ANDING);
            insert.executeUpdate();
        }
    }

    private static void insert(Connection connection, Application application, Instant now)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WANTED)) {
            query.setString(1, DemoCatalog.creditCode(application.county()).value());
            query.setString(2, application.category());
            ResultSet wanted = query.executeQuery();
            if (wanted.next()) {
                String number = CheckedNumber.of(Certification.LETTER, wanted.getLong("number"));
                insert(connection, application, number, wanted.getString("id"), now);
            }
        }
    }

    private static void insert(
            Connection connection,
            Application application,
            String number,
            String organisationId,
            Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, number);
            insert.setString(2, application.category());
            insert.setString(3, application.state());
            insert.setTimestamp(4, Timestamp.from(application.appliedAt(now)));
            Integer due = application.dueInDays();
            insert.setDate(5, due == null ? null : Date.valueOf(BusinessDay.of(now).plusDays(due)));
            insert.setTimestamp(6, startOfDay(now, NOTICE_DAYS_LEFT));
            insert.setTimestamp(7, startOfDay(now, DAYS_TO_BEGIN - application.daysAgo()));
            insert.setInt(8, VALID_DAYS);
            insert.setString(9, organisationId);
            ResultSet inserted = insert.executeQuery();
            if (inserted.next()) {
                insertEvents(connection, application, inserted.getString("id"), now);
            }
        }
    }

    private static void insertEvents(
            Connection connection, Application application, String id, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(EVENT)) {
            for (int i = 0; i < application.steps().size(); i++) {
                Step step = application.steps().get(i);
                Duration after = Duration.ofDays(step.afterDays());
                insert.setInt(1, i + 1);
                insert.setString(2, step.action());
                insert.setString(3, step.from());
                insert.setString(4, step.to());
                insert.setTimestamp(5, Timestamp.from(application.appliedAt(now).plus(after)));
                insert.setString(6, step.reason());
                insert.setString(7, step.by());
                insert.setString(8, id);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Timestamp startOfDay(Instant now, int daysFromNow) {
        return Timestamp.from(BusinessDay.start(BusinessDay.of(now).plusDays(daysFromNow)));
    }
}
