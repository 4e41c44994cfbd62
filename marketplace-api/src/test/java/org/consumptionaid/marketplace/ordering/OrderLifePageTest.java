package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderLifePageTest {
    private static final Path PAGE = Path.of("../infra/docs/order-life.md");

    @Test
    void theDocumentationIsTheTable() throws IOException {
        String page = page();
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as(
                        "write it anew with: mvn -pl marketplace-api -am test -Dtest=OrderLifePageTest "
                                + "-Dsurefire.failIfNoSpecifiedTests=false -Dwrite.docs=true")
                .isEqualTo(page);
    }

    private static String page() {
        return """
        # The life of an order

        Made from the table in `OrderLife`, which is the only place that moves an order. Of several rows of the same
        state and action the first whose condition holds is taken, given the facts as the step would leave them.

        | from | action | by | condition | to | stock |
        |---|---|---|---|---|---|
        """
                + OrderLife.TABLE.stream()
                        .map(OrderLifePageTest::row)
                        .collect(Collectors.joining("\n"))
                + """


                Entering `PAID` books what the cooperative has earned; `SETTLE` books the pay-out; every `PAY` and `REFUND` books
                the cash. `REVERSE` takes back a payment that was booked by mistake; from `PAID` it takes back what was earned too.
                `BOUNCE` takes back a pay-out that the bank sent back.
                `MAY_LEAVE`: paid, or goods first. `EVEN`: nothing is due and nothing is to be refunded.
                """;
    }

    private static String row(Edge edge) {
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        edge.from(),
                        edge.action(),
                        edge.by().name().toLowerCase(Locale.ROOT),
                        edge.guard() == Guard.ALWAYS ? "" : edge.guard(),
                        edge.to(),
                        edge.stock() == StockMove.NONE ? "" : edge.stock());
    }
}
