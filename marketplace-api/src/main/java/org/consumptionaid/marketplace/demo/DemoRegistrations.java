package org.consumptionaid.marketplace.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.consumptionaid.marketplace.identity.CreditCode;
import org.consumptionaid.marketplace.identity.Passwords;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.SealedValues;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A cooperative that waits for the operator; approved, it signs in as {@code newcoop}. */
@Component
@Profile("demo")
class DemoRegistrations {
    private static final char LETTER = 'R';
    private static final String MADE_UP_ACCOUNT = "6200000000000000018";
    private static final String CREDIT_CODE =
            CreditCode.ofBody("93" + "620422" + "DEMA3" + "0001").value();
    private static final String NUMBER =
            """
            SELECT nextval('registration_number') AS number
            WHERE NOT EXISTS (SELECT FROM registration WHERE credit_code = ?)
            """;
    private static final String INSERT =
            """
            INSERT INTO registration (id, number, kind, name, credit_code, county_code, bank_name, account_sealed,
                                      account_ending, contact_name, contact_phone, username, password_hash, submitted_at)
            VALUES (uuidv7(), ?, 'COOPERATIVE', '会宁县祖厉河小杂粮专业合作社（演示）', ?, '620422', '中国农业银行会宁县支行（演示）', ?, ?,
                    '吴秀兰', '0943-0000000', 'newcoop', ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private final Passwords passwords;
    private final SealedValues sealedValues;

    DemoRegistrations(Passwords passwords, SealedValues sealedValues) {
        this.passwords = passwords;
        this.sealedValues = sealedValues;
    }

    void load(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NUMBER)) {
            query.setString(1, CREDIT_CODE);
            var number = query.executeQuery();
            if (number.next()) {
                insert(connection, CheckedNumber.of(LETTER, number.getLong("number")), now);
            }
        }
    }

    private void insert(Connection connection, String number, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, number);
            insert.setString(2, CREDIT_CODE);
            insert.setString(3, sealedValues.seal(MADE_UP_ACCOUNT));
            insert.setString(4, MADE_UP_ACCOUNT.substring(MADE_UP_ACCOUNT.length() - 4));
            insert.setString(5, passwords.encode("demo"));
            insert.setTimestamp(6, Timestamp.from(now.minus(Duration.ofDays(1))));
            insert.executeUpdate();
        }
    }
}
