package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

        | from | action | by | condition | to | stock | ledger |
        |---|---|---|---|---|---|---|
        """
                + OrderLife.TABLE.stream()
                        .map(OrderLifePageTest::row)
                        .collect(Collectors.joining("\n"))
                + """


                Every step is an event in the order's history, under its action's name. `REVERSE` takes back a payment that was
                booked by mistake, `BOUNCE` a pay-out that the bank sent back. `EXPIRE` comes when the cooperative has not answered
                within `ordering.answer.days`, or pay-first goods are not paid `payment.pay-first.extension.days` after they were due.
                `MAY_LEAVE`: paid, or goods first; `_IN_PART`: packages are left to ship after it. `UNDER_WAY`: a shipment was not
                weighed yet. Stock moves by the packages a step is about. `EVEN`: nothing is due, nothing is to be refunded and no
                complaint is open. `CHANGE` puts another order in the place of this one. `COMPLAIN`, `CREDIT` and `DROP` are what a
                complaint does to its order; who takes which step of the complaint itself stands in `ComplaintLife`.
                `MAY_COME_BACK`: all is accepted, and not longer ago than `settlement.return-window.days`. `TAKE_BACK`: those of
                the returned packages that the cooperative can sell again. A credit of a paid order reverses what it had earned
                and books what it earns now. `RESTOCK`: goods refused on receiving are home, and so many of their packages can be
                sold again. `KEEP`: a refund to a card did not go through. `REINVOICE`: a red invoice reverses a wrong one, and
                another takes its place.

                ```mermaid
                stateDiagram-v2
                """
                + picture()
                + """

                ```
                """;
    }

    /** The steps that lead to another state, those between the same two in one arrow. */
    private static String picture() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        OrderLife.TABLE.stream()
                .filter(edge -> edge.from() != edge.to())
                .forEach(edge ->
                        arrows.computeIfAbsent(
                                        edge.from() + " --> " + edge.to(),
                                        _ -> new LinkedHashSet<>())
                                .add(edge.action().name()));
        return arrows.entrySet().stream()
                .map(arrow -> "    " + arrow.getKey() + ": " + String.join(", ", arrow.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Edge edge) {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        edge.from(),
                        edge.action(),
                        edge.by().name().toLowerCase(Locale.ROOT),
                        edge.guard() == Guard.ALWAYS ? "" : edge.guard(),
                        edge.to(),
                        edge.stock() == StockMove.NONE ? "" : edge.stock(),
                        edge.books().stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
}
