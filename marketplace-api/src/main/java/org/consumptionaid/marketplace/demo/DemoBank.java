package org.consumptionaid.marketplace.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A bank account of the platform, with the columns one of the large banks uses. */
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

    void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(INSERT);
        }
    }
}
