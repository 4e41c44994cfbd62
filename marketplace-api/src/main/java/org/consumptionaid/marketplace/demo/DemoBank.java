package org.consumptionaid.marketplace.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.consumptionaid.marketplace.shared.SealedValues;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A bank account of the platform, with the columns one of the large banks uses, and a made-up one
 * for every cooperative of the demonstration.
 */
@Component
@Profile("demo")
class DemoBank {
    private static final String INSERT =
            """
            INSERT INTO bank (code, name, account_holder, account_number, charset, delimiter, day_pattern, day_column,
                              amount_column, payer_column, payer_account_column, reference_column, purpose_column)
            VALUES ('demo', '演示银行兰州分行', '消费帮扶集市（演示）', '6200010000000001234', 'GB18030', ',', 'yyyyMMdd', '交易日期',
                    '贷方发生额', '对方户名', '对方账号', '交易流水号', '摘要')
            ON CONFLICT (code) DO NOTHING
            """;

    private static final String MADE_UP_ACCOUNT = "6200000000000000026";
    private static final String INSERT_ACCOUNTS =
            """
            INSERT INTO organisation_account (organisation_id, bank_name, account_sealed, account_ending, since)
            SELECT id, '演示农村信用社', ?, ?, created_at FROM organisation WHERE kind = 'COOPERATIVE' AND demo
            ON CONFLICT (organisation_id) DO NOTHING
            """;

    private final SealedValues sealedValues;

    DemoBank(SealedValues sealedValues) {
        this.sealedValues = sealedValues;
    }

    void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement accounts = connection.prepareStatement(INSERT_ACCOUNTS)) {
            statement.executeUpdate(INSERT);
            accounts.setString(1, sealedValues.seal(MADE_UP_ACCOUNT));
            accounts.setString(2, MADE_UP_ACCOUNT.substring(MADE_UP_ACCOUNT.length() - 4));
            accounts.executeUpdate();
        }
    }
}
