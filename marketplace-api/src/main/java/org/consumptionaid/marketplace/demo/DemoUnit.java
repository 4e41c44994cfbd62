package org.consumptionaid.marketplace.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.consumptionaid.marketplace.shared.BusinessDay;

/**
 * A budget unit with roles, a budget line, and a chain: one of two approvers, and from 10,000 yuan
 * of the year on both.
 */
final class DemoUnit {
    private static final String ROLES =
            """
            INSERT INTO unit_role (unit_id, person_id, role, granted_by, granted_at)
            SELECT m.organisation_id, p.id, h.role, m.id, ?
            FROM person m,
                 (VALUES ('unit.manager', 'MANAGER'), ('unit.manager', 'FINANCE'), ('unit.buyer', 'BUYER'),
                         ('unit.approver', 'APPROVER'), ('unit.approver2', 'APPROVER'), ('unit.receiver', 'RECEIVER'))
                     AS h (username, role)
                 JOIN person p ON p.username = h.username
            WHERE m.username = 'unit.manager'
              AND NOT EXISTS (SELECT FROM unit_role r WHERE r.unit_id = m.organisation_id)
            """;
    private static final String RULES =
            """
            WITH rule AS (
                INSERT INTO approval_rule (id, unit_id, from_fen, level, needed, hours, made_by, made_at)
                SELECT uuidv7(), m.organisation_id, r.from_fen, r.level, r.needed, 48, m.id, ?
                FROM person m, (VALUES (0, 1, 1), (1000000, 2, 2)) AS r (from_fen, level, needed)
                WHERE m.username = 'unit.manager'
                  AND NOT EXISTS (SELECT FROM approval_rule o WHERE o.unit_id = m.organisation_id)
                RETURNING id)
            INSERT INTO approval_rule_approver (rule_id, person_id)
            SELECT rule.id, p.id FROM rule, person p WHERE p.username IN ('unit.approver', 'unit.approver2')
            """;
    private static final String BUDGET =
            """
            INSERT INTO budget_line (id, unit_id, fiscal_year, code, name, amount_fen, made_by, made_at)
            SELECT uuidv7(), organisation_id, ?, '30201', '机关食堂食材', 20000000, id, ?
            FROM person WHERE username = 'unit.manager' ON CONFLICT DO NOTHING
            """;

    private DemoUnit() {}

    static void load(Connection connection, Instant now) throws SQLException {
        Timestamp at = Timestamp.from(now);
        try (PreparedStatement roles = connection.prepareStatement(ROLES);
                PreparedStatement rules = connection.prepareStatement(RULES);
                PreparedStatement budget = connection.prepareStatement(BUDGET)) {
            roles.setTimestamp(1, at);
            roles.executeUpdate();
            rules.setTimestamp(1, at);
            rules.executeUpdate();
            budget.setInt(1, BusinessDay.of(now).getYear());
            budget.setTimestamp(2, at);
            budget.executeUpdate();
        }
    }
}
