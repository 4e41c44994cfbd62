package org.consumptionaid.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Transactions;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Steps that many tests take on the way to what they are about. */
@Component
@Lazy
public class Market {
    private final Requests api;
    private final Ordering ordering;
    private final Transactions transactions;
    private final DatabaseClient database;

    Market(Requests api, Ordering ordering, Transactions transactions, DatabaseClient database) {
        this.api = api;
        this.ordering = ordering;
        this.transactions = transactions;
        this.database = database;
    }

    /** A form that lists 10 kg of something at 36.80 yuan a box. */
    public static Map<String, Object> form(String name, long available) {
        Map<String, Object> form = new HashMap<>();
        form.put("name", name);
        form.put("category", "tuber");
        form.put("unit", "箱");
        form.put("netWeightGrams", 10_000);
        form.put("priceFen", 3_680);
        form.put("seasonFrom", 1);
        form.put("seasonTo", 12);
        form.put("available", available);
        form.put("priceReason", "试验"); // what other tests have paid makes a ceiling
        return form;
    }

    /** The id of a new product of the cooperative. */
    public String list(String cooperative, long available) {
        Answer listed =
                api.post(cooperative, "/products", form("洋芋 " + UUID.randomUUID(), available));
        assertThat(listed.status()).as(listed.body().toString()).isEqualTo(201);
        return listed.text("/id");
    }

    /**
     * Refuses every application that waits for somebody, so that a test can make one: a cooperative
     * has one at a time for each thing, and the tests share a database.
     */
    public void refuseOpenApplications() {
        database.sql(
                        """
                        UPDATE certificate
                        SET state = CASE WHEN valid_from IS NULL THEN 'REFUSED' ELSE 'REVOKED' END
                        WHERE state IN ('COUNTY_REVIEW', 'PROVINCE_REVIEW', 'RETURNED')
                        """)
                .then()
                .block();
    }

    /** The id of a new evidence file, a PDF. */
    public String attach(String cooperative) {
        Map<String, String> headers =
                Map.of(
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "Content-Type",
                        "application/octet-stream");
        Answer kept =
                api.send(
                        cooperative,
                        HttpMethod.POST,
                        "/attachments?name=evidence.pdf",
                        headers,
                        "%PDF-1.7 evidence %%EOF");
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
        return kept.text("/id");
    }

    /** A black picture. */
    public static byte[] png(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }

    /** The id of a new picture of a product. */
    public String picture(String cooperative, String productId) {
        Answer kept =
                api.upload(
                        cooperative,
                        "/products/" + productId + "/pictures",
                        UUID.randomUUID().toString(),
                        png(40, 30));
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
        return kept.body().get("items").valueStream().toList().getLast().get("id").asString();
    }

    /** The id of a new order of one line. */
    public String order(String buyer, String productId, long quantity) {
        return orders(buyer, Map.of("lines", List.of(line(productId, quantity)))).getFirst();
    }

    /** The ids of the new orders. */
    public List<String> orders(String buyer, Map<String, Object> command) {
        Answer placed = api.post(buyer, "/orders", command);
        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
        List<String> ids = new ArrayList<>();
        placed.body().get("orders").forEach(order -> ids.add(order.get("id").asString()));
        return ids;
    }

    public static Map<String, Object> line(String productId, long quantity) {
        return Map.of("productId", productId, "quantity", quantity);
    }

    /** Confirms and ships. */
    public void ship(String cooperative, String orderId) {
        step(cooperative, orderId, "confirmation", Map.of());
        step(cooperative, orderId, "shipment", Map.of());
    }

    /** Accepts a weight of the first and only line. */
    public Answer accept(String buyer, String orderId, long grams) {
        return step(
                buyer,
                orderId,
                "acceptance",
                Map.of(
                        "lines",
                        List.of(Map.of("line", 1, "acceptedGrams", grams, "reason", "试验"))));
    }

    /** A step that must succeed. */
    public Answer step(String who, String orderId, String step, Map<String, Object> body) {
        Answer answer = api.post(who, "/orders/" + orderId + "/" + step, body);
        assertThat(answer.status()).as(step + ": " + answer.body()).isLessThan(300);
        return answer;
    }

    /** Records an invoice about what is accepted; its number. */
    public String invoice(String orderId) {
        Map<String, Object> form = invoiceForm(orderId);
        step("cooperative", orderId, "invoice", form);
        return String.valueOf(form.get("number"));
    }

    /** An invoice of the cooperative's about what is accepted, of today and 9 percent. */
    public Map<String, Object> invoiceForm(String orderId) {
        long fen = api.get("operator", "/orders/" + orderId).number("/acceptedFen");
        Map<String, Object> form = new HashMap<>();
        form.put("number", invoiceNumber());
        form.put("issuedOn", LocalDate.now(BusinessDay.ZONE));
        form.put("totalFen", Math.max(fen, 1));
        form.put("taxFen", fen * 9 / 109);
        form.put("attachment", attach("cooperative"));
        return form;
    }

    /** A new number of an electronic invoice. */
    public static String invoiceNumber() {
        BigInteger random = new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
        return String.format(Locale.ROOT, "%020d", random.mod(BigInteger.TEN.pow(20)));
    }

    /** Pays all that is due by bank. */
    public void remit(String orderId) {
        long due = api.get("operator", "/orders/" + orderId).number("/dueFen");
        Map<String, Object> body =
                Map.of(
                        "amountFen",
                        due,
                        "payerName",
                        "国库集中支付中心",
                        "bankReference",
                        UUID.randomUUID().toString());
        step("operator", orderId, "remittances", body);
    }

    /** Pays all that is due under the order's code; the id of the statement's line. */
    public String remitByStatement(String orderId) {
        Answer order = api.get("operator", "/orders/" + orderId);
        String reference = "S" + UUID.randomUUID();
        importStatement(
                "交易日期,贷方发生额,对方户名,对方账号,交易流水号,摘要\n20261124,%s,%s,62220001,%s,%s\n"
                        .formatted(
                                BigDecimal.valueOf(order.number("/dueFen"), 2),
                                order.text("/buyerName"),
                                reference,
                                order.text("/number")));
        return bankLine("POSTED", reference);
    }

    /** Pays the cooperative out at once, as a released batch does. */
    public void settle(String orderId) {
        Answer operator = api.get("operator", "/me");
        Caller caller =
                new Caller(
                        UUID.fromString(operator.text("/personId")),
                        UUID.fromString(operator.text("/organisationId")),
                        Role.OPERATOR);
        transactions.run(ordering.settle(caller, UUID.fromString(orderId))).block();
    }

    /** Imports a statement of the demonstration bank. */
    public Answer importStatement(String csv) {
        Answer imported =
                api.upload(
                        "operator",
                        "/bank-statements?bank=demo&fileName=a.csv",
                        UUID.randomUUID().toString(),
                        csv.getBytes(Charset.forName("GB18030")));
        assertThat(imported.status()).as(imported.body().toString()).isEqualTo(201);
        return imported;
    }

    /** The id of the line with this reference, once it is in this state and was looked at. */
    public String bankLine(String state, String reference) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> findLine(state, reference), id -> !id.isEmpty());
    }

    private String findLine(String state, String reference) {
        Answer lines = api.get("operator", "/bank-lines?state=" + state);
        for (JsonNode line : lines.body().get("items")) {
            if (line.get("reference").asString().equals(reference) && line.has("finding")) {
                return line.get("id").asString();
            }
        }
        return "";
    }

    public String state(String orderId) {
        return api.get("operator", "/orders/" + orderId).text("/state");
    }
}
