package org.consumptionaid.marketplace.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.consumptionaid.marketplace.identity.CreditCode;
import org.consumptionaid.marketplace.identity.Passwords;
import org.consumptionaid.marketplace.identity.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * An account for every role, a second one of another organisation where people deal with each
 * other, a second operator, because two release what is paid out, and a unit with a chain.
 */
@Component
@Profile("demo")
class DemoAccounts {
    private static final String PASSWORD = "demo";
    private static final String HUINING = "620422";
    private static final String ZHAOYANG = "530602";
    private static final List<DemoAccount> ACCOUNTS =
            List.of(
                    new DemoAccount(
                            "buyer",
                            "采购人 王敏",
                            Role.BUYER,
                            "BUDGET_UNIT",
                            "兰州市税务局机关食堂（演示）",
                            "620102"),
                    new DemoAccount(
                            "buyer2", "采购人 李强", Role.BUYER, "BUDGET_UNIT", "昆明市图书馆（演示）", "530102"),
                    new DemoAccount(
                            "canteen",
                            "食堂管理员 赵芳",
                            Role.CANTEEN,
                            "SCHOOL",
                            "定西市安定区中华路小学食堂（演示）",
                            "621102"),
                    new DemoAccount(
                            "canteen2",
                            "食堂管理员 陈静",
                            Role.CANTEEN,
                            "SCHOOL",
                            "昭通市昭阳区第一小学食堂（演示）",
                            ZHAOYANG),
                    new DemoAccount(
                            "cooperative", "合作社 马建国", Role.COOPERATIVE, "COOPERATIVE", "", HUINING),
                    new DemoAccount(
                            "cooperative2",
                            "合作社 周丽",
                            Role.COOPERATIVE,
                            "COOPERATIVE",
                            "",
                            ZHAOYANG),
                    new DemoAccount(
                            "county",
                            "县级审核 张伟",
                            Role.COUNTY_REVIEWER,
                            "COUNTY_BUREAU",
                            "会宁县农业农村局（演示）",
                            HUINING),
                    new DemoAccount(
                            "province",
                            "省级审核 刘洋",
                            Role.PROVINCE_REVIEWER,
                            "PROVINCE_BUREAU",
                            "甘肃省农业农村厅（演示）",
                            "620102"),
                    new DemoAccount(
                            "education",
                            "教育局 孙娟",
                            Role.EDUCATION_BUREAU,
                            "EDUCATION_BUREAU",
                            "定西市安定区教育局（演示）",
                            "621102"),
                    new DemoAccount(
                            "operator",
                            "平台运营 郑凯",
                            Role.OPERATOR,
                            "OPERATOR",
                            "消费帮扶集市运营中心（演示）",
                            "110102"),
                    new DemoAccount(
                            "auditor", "审计 何平", Role.AUDITOR, "AUDIT_OFFICE", "审计局（演示）", "110102"),
                    new DemoAccount(
                            "operator2",
                            "平台财务 林静",
                            Role.OPERATOR,
                            "OPERATOR",
                            "消费帮扶集市运营中心（演示）",
                            "110102"),
                    new DemoAccount(
                            "unit.manager",
                            "管理员 吴静",
                            Role.BUYER,
                            "BUDGET_UNIT",
                            "会宁县财政局机关食堂（演示）",
                            HUINING),
                    new DemoAccount(
                            "unit.buyer",
                            "采购人 郭涛",
                            Role.BUYER,
                            "BUDGET_UNIT",
                            "会宁县财政局机关食堂（演示）",
                            HUINING),
                    new DemoAccount(
                            "unit.approver",
                            "审批人 高峰",
                            Role.BUYER,
                            "BUDGET_UNIT",
                            "会宁县财政局机关食堂（演示）",
                            HUINING),
                    new DemoAccount(
                            "unit.approver2",
                            "审批人 罗兰",
                            Role.BUYER,
                            "BUDGET_UNIT",
                            "会宁县财政局机关食堂（演示）",
                            HUINING),
                    new DemoAccount(
                            "unit.receiver",
                            "验收人 梁玉",
                            Role.BUYER,
                            "BUDGET_UNIT",
                            "会宁县财政局机关食堂（演示）",
                            HUINING));
    private static final String INSERT_ORGANISATION =
            """
            INSERT INTO organisation (kind, name, credit_code, county_code, demo, created_at) VALUES (?, ?, ?, ?, true, ?)
            ON CONFLICT (credit_code) DO NOTHING
            """;
    private static final String INSERT_PERSON =
            """
            INSERT INTO person (organisation_id, username, display_name, role, password_hash, created_at)
            SELECT id, ?, ?, ?, ?, ? FROM organisation WHERE credit_code = ?
            ON CONFLICT (username) DO NOTHING
            """;

    private final Passwords passwords;

    DemoAccounts(Passwords passwords) {
        this.passwords = passwords;
    }

    private record DemoAccount(
            String username,
            String displayName,
            Role role,
            String kind,
            String organisation,
            String county) {

        boolean worksForTheCountysCooperative() {
            return organisation.isEmpty();
        }

        private int firstOfTheOrganisation() {
            return ACCOUNTS.stream().map(DemoAccount::organisation).toList().indexOf(organisation);
        }

        CreditCode creditCode() {
            return worksForTheCountysCooperative()
                    ? DemoCatalog.creditCode(county)
                    : CreditCode.ofBody(
                            "11"
                                    + county
                                    + "DEMA1"
                                    + String.format("%04d", firstOfTheOrganisation()));
        }
    }

    void load(Connection connection, Instant now) throws SQLException {
        String hash = passwords.encode(PASSWORD);
        try (PreparedStatement organisation = connection.prepareStatement(INSERT_ORGANISATION);
                PreparedStatement person = connection.prepareStatement(INSERT_PERSON)) {
            for (DemoAccount account : ACCOUNTS) {
                if (!account.worksForTheCountysCooperative()) {
                    insertOrganisation(organisation, account, now);
                }
                insertPerson(person, account, hash, now);
            }
        }
    }

    private static void insertOrganisation(
            PreparedStatement insert, DemoAccount account, Instant now) throws SQLException {
        insert.setString(1, account.kind());
        insert.setString(2, account.organisation());
        insert.setString(3, account.creditCode().value());
        insert.setString(4, account.county());
        insert.setTimestamp(5, Timestamp.from(now));
        insert.executeUpdate();
    }

    private static void insertPerson(
            PreparedStatement insert, DemoAccount account, String hash, Instant now)
            throws SQLException {
        insert.setString(1, account.username());
        insert.setString(2, account.displayName());
        insert.setString(3, account.role().name());
        insert.setString(4, hash);
        insert.setTimestamp(5, Timestamp.from(now));
        insert.setString(6, account.creditCode().value());
        insert.executeUpdate();
    }
}
