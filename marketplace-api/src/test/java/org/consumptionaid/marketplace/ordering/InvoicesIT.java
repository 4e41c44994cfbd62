package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Two boxes of 10 kg at 36.80 yuan were accepted. */
@MarketplaceTest
class InvoicesIT {
    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private DatabaseClient database;
    @Autowired private TransactionalOperator transaction;

    @Test
    void recordsAnInvoiceThatBothSidesReadWithItsFile() {
        String order = accepted();
        String number = market.invoice(order);

        assertThat(market.state(order)).isEqualTo("INVOICED");
        Answer seen = api.get("buyer", "/orders/" + order + "/invoices");
        assertThat(seen.text("/items/0/number")).isEqualTo(number);
        assertThat(seen.number("/items/0/totalFen")).isEqualTo(7_360);
        assertThat(seen.number("/items/0/taxFen")).isEqualTo(607);
        String file = "/attachments/" + seen.text("/items/0/attachmentId");
        assertThat(api.get("buyer", file).status()).isEqualTo(200);
        assertThat(api.get("auditor", file).status()).isEqualTo(200);
        assertThat(api.get("buyer2", file).status()).isEqualTo(404);
        assertThat(api.get("buyer2", "/orders/" + order + "/invoices").status()).isEqualTo(404);
    }

    @Test
    void takesNoInvoiceThatCannotBeOfThisOrder() {
        String order = accepted();
        String tomorrow = LocalDate.now(BusinessDay.ZONE).plusDays(1).toString();

        assertThat(refused(order, Map.of("totalFen", 7_361))).endsWith("invoice-amount-differs");
        assertThat(refused(order, Map.of("taxFen", 7_360))).endsWith("invoice-tax");
        assertThat(refused(order, Map.of("issuedOn", tomorrow))).endsWith("invoice-day");
        assertThat(refused(order, Map.of("issuedOn", "2020-01-01"))).endsWith("invoice-day");
        assertThat(refused(order, Map.of("number", "12345678"))).endsWith("invoice-code");
        assertThat(refused(order, Map.of("code", "1234567890"))).endsWith("invoice-code");
        assertThat(refused(order, Map.of("number", "123"))).endsWith("invalid-input");
        assertThat(refused(order, Map.of("attachment", market.attach("buyer"))))
                .endsWith("unknown-attachment");
        assertThat(refused(order, Map.of("attachment", attach(Market.png(2, 2)))))
                .endsWith("invoice-file-kind");
        assertThat(market.state(order)).isEqualTo("ACCEPTED");
        assertThat(invoices(order)).isEmpty();
    }

    @Test
    void takesOfdAndXmlAndAnInvoiceOfTheOldStyle() throws IOException {
        String order = accepted();
        String other = accepted();
        Map<String, Object> form = market.invoiceForm(order);
        form.put("number", Market.invoiceNumber().substring(12));
        form.put("code", "053002100111");
        form.put("attachment", attach(ofd("OFD.xml")));
        market.step("cooperative", order, "invoice", form);
        Map<String, Object> second = market.invoiceForm(other);
        second.put("number", form.get("number"));
        second.put("code", "0530021001");
        second.put(
                "attachment",
                attach("<?xml version=\"1.0\"?><EInvoice/>".getBytes(StandardCharsets.UTF_8)));
        market.step("cooperative", other, "invoice", second);

        assertThat(api.get("buyer", "/orders/" + order + "/invoices").text("/items/0/contentType"))
                .isEqualTo("application/ofd");
        assertThat(api.get("buyer", "/orders/" + other + "/invoices").text("/items/0/contentType"))
                .isEqualTo("application/xml");
    }

    @Test
    void reversesAWrongOneAndPutsAnotherInItsPlace() {
        String order = accepted();
        String wrong = market.invoice(order);
        market.remit(order);

        Map<String, Object> replacement = replacement(order);
        market.step("cooperative", order, "invoice/replacement", replacement);

        List<String> all = invoices(order);
        String red = numberOf(replacement.get("red"));
        assertThat(all).hasSize(3);
        assertThat(all.get(0)).isEqualTo(wrong + " 7360 reversed by " + red);
        assertThat(all.get(1)).isEqualTo(red + " -7360 reverses " + wrong);
        Answer after = api.get("buyer", "/orders/" + order);
        assertThat(all.get(2)).isEqualTo(after.text("/invoiceNumber") + " 7360");
        assertThat(after.text("/state")).isEqualTo("PAID");
    }

    @Test
    void undoesAllOfAReplacementWhoseNewInvoiceIsRefused() {
        String order = accepted();
        String number = market.invoice(order);
        Map<String, Object> replacement = replacement(order);
        Map<String, Object> invoice = market.invoiceForm(order);
        invoice.put("totalFen", 1);
        replacement.put("invoice", invoice);

        assertThat(replaced(order, replacement)).endsWith("invoice-amount-differs");
        replacement.remove("invoice");
        assertThat(replaced(order, replacement)).endsWith("invoice-amount-differs");

        assertThat(invoices(order)).containsExactly(number + " 7360");
    }

    @Test
    void reversesNothingWhereNothingStands() {
        String order = accepted();

        assertThat(replaced(order, replacement(order))).endsWith("nothing-to-reverse");
    }

    /** After a credit the invoice is about more than is accepted. */
    @Test
    void invoicesWhatIsLeftAfterACredit() {
        String order = accepted();
        market.invoice(order);
        Map<String, Object> line = Map.of("line", 1, "fen", 360);
        Map<String, Object> complaint =
                Map.of("kind", "ALLOWANCE", "reason", "有烂的", "lines", List.of(line));
        String id = market.step("buyer", order, "complaints", complaint).text("/complaint/id");
        api.post("cooperative", "/complaints/" + id + "/decision", Map.of("action", "AGREE"));

        market.step("cooperative", order, "invoice/replacement", replacement(order));

        assertThat(invoices(order).getLast()).endsWith(" 7000");
    }

    /** Six cooperatives' clerks at once; the number is that of one invoice. */
    @Test
    void keepsOneContentUnderANumberHoweverManyComeAtOnce() throws Exception {
        List<String> orders = new ArrayList<>();
        List<Callable<Integer>> recording = new ArrayList<>();
        String number = Market.invoiceNumber();
        for (int i = 0; i < 6; i++) {
            String order = accepted();
            Map<String, Object> form = market.invoiceForm(order);
            form.put("number", number);
            orders.add(order);
            recording.add(
                    () -> api.post("cooperative", "/orders/" + order + "/invoice", form).status());
        }

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(recording.size())) {
            for (Future<Integer> one : threads.invokeAll(recording)) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409);
        assertThat(orders.stream().filter(order -> market.state(order).equals("INVOICED")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE invoice SET number = '00000000000000000000'",
                "DELETE FROM invoice",
                "TRUNCATE invoice",
                "DELETE FROM attachment WHERE id IN (SELECT attachment_id FROM invoice)",
                "DELETE FROM stored_file WHERE sha256 IN (SELECT a.sha256 FROM attachment a JOIN invoice i ON a.id = i.attachment_id)"
            })
    void isKeptWithItsFileWhoeverAsks(String statement) {
        String order = accepted();
        String number = market.invoice(order);

        assertThatThrownBy(() -> commit(run(statement)))
                .hasStackTraceContaining(
                        statement.contains("stored_file") ? "foreign key" : "permission denied");
        assertThatThrownBy(() -> commit(run("SET LOCAL ROLE postgres").then(run(statement))))
                .hasStackTraceContaining(
                        statement.startsWith("DELETE FROM invoice")
                                ? "is kept for 15 years"
                                : statement.startsWith("UPDATE")
                                        ? "is not changed"
                                        : statement.startsWith("TRUNCATE")
                                                ? "emptied"
                                                : "foreign key");
        assertThat(invoices(order)).containsExactly(number + " 7360");
    }

    private String accepted() {
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        market.ship("cooperative", order);
        market.accept("buyer", order, 20_000);
        return order;
    }

    private Map<String, Object> replacement(String order) {
        Map<String, Object> red = market.invoiceForm(order);
        red.keySet().retainAll(List.of("number", "issuedOn", "attachment"));
        Map<String, Object> replacement = new HashMap<>();
        replacement.put("red", red);
        replacement.put("reason", "税号写错");
        replacement.put("invoice", market.invoiceForm(order));
        return replacement;
    }

    private static String numberOf(@Nullable Object form) {
        return form instanceof Map<?, ?> fields ? String.valueOf(fields.get("number")) : "";
    }

    private String replaced(String order, Map<String, Object> replacement) {
        return api.post("cooperative", "/orders/" + order + "/invoice/replacement", replacement)
                .text("/type");
    }

    private String refused(String order, Map<String, Object> instead) {
        Map<String, Object> form = market.invoiceForm(order);
        form.putAll(instead);
        return api.post("cooperative", "/orders/" + order + "/invoice", form).text("/type");
    }

    /** Number, amount and what it has to do with another one. */
    private List<String> invoices(String order) {
        List<String> all = new ArrayList<>();
        api.get("operator", "/orders/" + order + "/invoices")
                .body()
                .get("items")
                .forEach(one ->
                        all.add(
                                one.get("number").asString()
                                        + " "
                                        + one.get("totalFen").asLong()
                                        + (one.has("reverses")
                                                ? " reverses " + one.get("reverses").asString()
                                                : "")
                                        + (one.has("reversedBy")
                                                ? " reversed by " + one.get("reversedBy").asString()
                                                : "")));
        return all;
    }

    private String attach(byte[] file) {
        Answer kept =
                api.upload(
                        "cooperative",
                        "/attachments?name=invoice",
                        UUID.randomUUID().toString(),
                        file);
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
        return kept.text("/id");
    }

    private static byte[] ofd(String member) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(member));
            zip.closeEntry();
        }
        return file.toByteArray();
    }

    private Mono<Void> run(String statement) {
        return database.sql(statement).then();
    }

    private void commit(Mono<Void> work) {
        transaction.transactional(work).block();
    }
}
