package org.consumptionaid.marketplace.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The published figures are sums over sealed entries, and no household can be seen in them. */
@MarketplaceTest
class FiguresIT {
    private static final YearMonth MONTH = YearMonth.of(2025, 3);
    private static final String HUINING = "620422";
    private static final String ZHAOYANG = "530602";
    private static final String WUDU = "621202";

    @Autowired private Requests api;

    @Autowired private DatabaseClient database;

    @Autowired private TransactionalOperator transaction;

    @Test
    void sumsWhatWasSealedAndHoldsBackTheSmall() {
        PastMonth past = new PastMonth(database, transaction);
        past.receive(MONTH, HUINING, 25);
        past.receive(MONTH, ZHAOYANG, 12);
        past.receive(MONTH, WUDU, 2);
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> number("SELECT count(*) FROM ledger_unsealed") == 0);

        Answer figures = api.get("", "/figures?month=" + MONTH);

        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.number("/seal")).isPositive();
        assertThat(figures.number("/fewestHouseholds")).isEqualTo(10);
        assertThat(row(figures, "none")).contains("\"households\":39", "\"fen\":3900");
        assertThat(row(figures, HUINING)).contains("\"households\":25", "\"fen\":2500");
        assertThat(row(figures, ZHAOYANG)).doesNotContain("fen", "households");
        assertThat(row(figures, WUDU)).doesNotContain("fen", "households");
    }

    @Test
    void publishesNoMonthThatIsNotOver() {
        YearMonth now = YearMonth.from(BusinessDay.today(Clock.systemUTC()));

        assertThat(api.get("", "/figures?month=" + now).status()).isEqualTo(404);
        assertThat(api.get("", "/figures").status()).isEqualTo(200);
        assertThat(api.get("", "/figures?month=soon").status()).isEqualTo(400);
    }

    private static String row(Answer figures, String county) {
        StringBuilder found = new StringBuilder();
        figures.body()
                .get("rows")
                .forEach(row -> {
                    boolean same =
                            county.equals("none")
                                    ? !row.has("countyCode")
                                    : county.equals(row.path("countyCode").asString(""));
                    if (same && row.get("measure").asString().equals("PURCHASE")) {
                        found.append(row);
                    }
                });
        return found.toString();
    }

    private long number(String sql) {
        return Objects.requireNonNull(database.sql(sql).mapValue(Long.class).one().block());
    }
}
