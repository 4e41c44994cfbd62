package org.consumptionaid.marketplace.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.EmbeddedFonts;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** A cooperative's month on paper, held against the ledger. */
@MarketplaceTest
class SettlementStatementIT {
    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    private final YearMonth month = YearMonth.from(BusinessDay.of(Instant.now()));

    @Test
    void addsUpToTheLedger() {
        tradeAndSettle();

        Answer statement = statement("cooperative");

        UUID whose = UUID.fromString(statement.text("/organisationId"));
        long opening = owedBefore(whose, month);
        long closing = owedBefore(whose, month.plusMonths(1));
        assertThat(statement.number("/openingFen")).isEqualTo(opening);
        assertThat(statement.number("/closingFen")).isEqualTo(closing);
        assertThat(
                        statement.number("/openingFen")
                                + statement.number("/earnedFen")
                                + statement.number("/correctionsFen")
                                - statement.number("/paidOutFen"))
                .isEqualTo(closing);
        assertThat(statement.number("/earnedFen")).isEqualTo(moved(whose, "BENEFIT_EARNED"));
        assertThat(statement.number("/paidOutFen")).isEqualTo(-moved(whose, "PAID_OUT"));
        assertThat(statement.number("/correctionsFen")).isNegative();
        long lines = 0;
        for (JsonNode line : statement.body().get("lines")) {
            lines += line.get("kind").asString().equals("INTEREST") ? 0 : line.get("fen").asLong();
        }
        assertThat(lines).isEqualTo(closing - opening);
    }

    @Test
    void saysTheSameInASpreadsheet() throws IOException {
        tradeAndSettle();
        long closing = statement("cooperative").number("/closingFen");

        byte[] file = api.download("cooperative", "/settlement-statement.xlsx?month=" + month);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var row =
                    workbook.getFirstSheet().read().stream()
                            .filter(one -> one.getCellText(0).equals("期末应付"))
                            .findFirst()
                            .orElseThrow();
            assertThat(row.getCellAsNumber(3).orElseThrow().movePointRight(2).longValueExact())
                    .isEqualTo(closing);
        }
    }

    @Test
    void saysTheSameOnPaperWithTheFontInIt() throws IOException {
        tradeAndSettle();
        long closing = statement("cooperative").number("/closingFen");

        byte[] file = api.download("cooperative", "/settlement-statement.pdf?month=" + month);

        assertThat(EmbeddedFonts.textOf(file))
                .contains("期末应付")
                .contains(String.format("%,.2f", closing / 100.0));
    }

    @Test
    void showsEachCooperativeItsOwnAndTheOperatorAny() {
        String other = api.get("cooperative2", "/me").text("/organisationId");

        assertThat(
                        api.get(
                                        "cooperative",
                                        "/settlement-statement?month=%s&organisation=%s"
                                                .formatted(month, other))
                                .text("/organisationId"))
                .isNotEqualTo(other);
        assertThat(
                        api.get(
                                        "operator",
                                        "/settlement-statement?month=%s&organisation=%s"
                                                .formatted(month, other))
                                .text("/organisationId"))
                .isEqualTo(other);
        assertThat(statement("operator").status()).isEqualTo(404);
        assertThat(api.get("cooperative", "/settlement-statement?month=x").status()).isEqualTo(400);
    }

    /** One order paid out, one whose payment was taken back. */
    private void tradeAndSettle() {
        String settled = accepted();
        market.remit(settled);
        market.settle(settled);
        String line = market.remitByStatement(accepted());
        api.post("operator", "/bank-lines/" + line + "/reversal", Map.of("reason", "入错账"));
    }

    private String accepted() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        market.accept("buyer", order, 10_000);
        return order;
    }

    private Answer statement(String who) {
        return api.get(who, "/settlement-statement?month=" + month);
    }

    /** What the platform owed before a month, straight from the postings. */
    private long owedBefore(UUID whose, YearMonth before) {
        return sum(
                """
                SELECT coalesce(-sum(p.amount_fen), 0)::bigint FROM ledger_posting p
                JOIN ledger_account a ON a.id = p.account_id AND a.code = :account
                JOIN ledger_entry e ON e.id = p.entry_id AND e.booked_at < :at
                """,
                whose,
                BusinessDay.start(before.atDay(1)));
    }

    /** What entries of a kind, without their reversals, made the platform owe more. */
    private long moved(UUID whose, String kind) {
        return sum(
                """
                SELECT coalesce(-sum(p.amount_fen), 0)::bigint FROM ledger_posting p
                JOIN ledger_account a ON a.id = p.account_id AND a.code = :account
                JOIN ledger_entry e ON e.id = p.entry_id AND e.booked_at >= :at AND e.kind = '%s'
                """
                        .formatted(kind),
                whose,
                BusinessDay.start(month.atDay(1)));
    }

    private long sum(String sql, UUID whose, Instant at) {
        return Objects.requireNonNull(
                database.sql(sql)
                        .bind("account", "cooperative/" + whose + "/payable")
                        .bind("at", at)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }
}
