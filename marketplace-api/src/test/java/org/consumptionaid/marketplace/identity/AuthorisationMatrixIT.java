package org.consumptionaid.marketplace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Who may call what, held against {@code authorisation-matrix.csv}, which people review. The orders
 * and the product that are asked for are the cooperative's, bought by the buyer and by the canteen;
 * {@code ok} is any answer but 401, 403 and 404, for state and input may still refuse.
 */
@MarketplaceTest
class AuthorisationMatrixIT {
    private static final String NOBODY = "nobody";
    private static final String REGISTERED_CODE = CreditCode.ofBody("12620422MATRX0001").value();

    /** What creates nothing and pays nothing, and Stripe's events, which have ids of their own. */
    private static final Set<String> WITHOUT_A_KEY =
            Set.of(
                    "POST /auth/token",
                    "POST /payments/stripe/webhook",
                    "POST /payments/{id}/asking");

    private static final List<String> CALLERS =
            List.of(
                    "buyer",
                    "canteen",
                    "cooperative",
                    "county",
                    "province",
                    "education",
                    "operator",
                    "auditor",
                    "buyer2",
                    "canteen2",
                    "cooperative2",
                    NOBODY);

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    /** What the paths name. */
    private record Things(
            String product,
            String certificate,
            String certification,
            String buyersOrder,
            String canteensOrder,
            String buyersEntry,
            String household,
            String claim,
            String finding,
            String registration,
            String registrationNumber,
            String importId,
            String attachment,
            String picture,
            String buyersNumber,
            String canteensNumber,
            String bankLine,
            String complaint,
            String correction,
            String requisition,
            String ocid) {
        String orderNumber(String caller) {
            return caller.startsWith("canteen") ? canteensNumber : buyersNumber;
        }

        String order(String caller) {
            return caller.startsWith("canteen") ? canteensOrder : buyersOrder;
        }
    }

    @Test
    void knowsEveryOperationAndNoOther() throws IOException {
        Set<String> documented = new TreeSet<>();
        api.get("", "/openapi.json")
                .body()
                .get("paths")
                .forEachEntry((path, operations) ->
                        operations
                                .propertyNames()
                                .forEach(method ->
                                        documented.add(
                                                method.toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> reviewed = new TreeSet<>();
        matrix().forEach(row -> reviewed.add(operation(row)));

        assertThat(reviewed).isEqualTo(documented);
    }

    @Test
    void answersEveryCallerAsTheReviewedTableSays() throws IOException {
        Things things = things();
        List<String> wrong = new ArrayList<>();

        callAll(things, false, wrong);
        assertThat(api.get("operator", "/orders/" + things.buyersOrder()).number("/version"))
                .as("who is refused changes nothing")
                .isEqualTo(1);
        assertThat(api.get("operator", "/orders/" + things.canteensOrder()).number("/version"))
                .isEqualTo(1);
        assertThat(api.get("", "/products/" + things.product()).text("/version"))
                .isEqualTo("2-3"); // it was given a picture, and two orders took stock
        callAll(things, true, wrong);

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing",
        "GET, /actuator/env",
        "GET, /actuator/heapdump",
        "GET, /v3/api-docs",
        "GET, /swagger-ui.html",
        "PUT, /orders",
        "DELETE, /orders",
        "PATCH, /products",
        "DELETE, /counties",
        "POST, /counties",
        "GET, /auth/token",
        "GET, /payments/stripe/webhook",
        "OPTIONS, /orders",
        "HEAD, /supervision/today",
        "GET, /products/",
        "GET, /supervision/today/",
        "GET, /Supervision/Today",
        "GET, /counties;x=1"
    })
    void deniesWhatIsInNoRow(String method, String path) {
        for (String caller : CALLERS) {
            int status =
                    api.send(
                                    name(caller),
                                    HttpMethod.valueOf(method),
                                    path,
                                    Map.of("Idempotency-Key", "key"),
                                    null)
                            .status();

            assertThat(status)
                    .as("%s %s as %s", method, path, caller)
                    .isIn(caller.equals(NOBODY) ? List.of(401, 400) : List.of(403, 400));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/prometheus, operator, 200",
        "/actuator/prometheus, auditor, 403",
        "/actuator/prometheus, nobody, 401",
        "/actuator/health/liveness, nobody, 200",
        "/openapi.json, nobody, 200"
    })
    void showsTheMachineryToWhoeverRunsIt(String path, String caller, int status) {
        assertThat(api.get(name(caller), path).status()).isEqualTo(status);
    }

    @Test
    void answersADenialWithAProblemInTheCallersLanguage() {
        Answer denied =
                api.send("auditor", HttpMethod.GET, "/cart", Map.of("Accept-Language", "en"), null);

        assertThat(denied.contentType()).hasToString("application/problem+json");
        assertThat(denied.text("/type")).isEqualTo("urn:consumption-aid:problem:not-allowed");
        assertThat(denied.text("/detail")).isEqualTo("Your role may not do this.");
    }

    @Test
    void demandsAKeyForEveryPostThatCreatesOrPays() throws IOException {
        Things things = things();
        List<String> takenWithout = new ArrayList<>();
        for (NamedCsvRecord row : matrix()) {
            if (row.getField("method").equals("POST") && !WITHOUT_A_KEY.contains(operation(row))) {
                String caller = firstAllowed(row);
                Answer answer = call(row, caller, things, Map.of());
                if (!answer.text("/type").endsWith("idempotency-key-missing")) {
                    takenWithout.add(operation(row) + ": " + answer.status());
                }
            }
        }

        assertThat(takenWithout).isEmpty();
    }

    /** Who is let in, though perhaps not to this thing. */
    private static String firstAllowed(NamedCsvRecord row) {
        return CALLERS.stream()
                .filter(caller -> Set.of("ok", "404").contains(row.getField(caller)))
                .findFirst()
                .orElseThrow();
    }

    private void callAll(Things things, boolean allowed, List<String> wrong) throws IOException {
        for (NamedCsvRecord row : matrix()) {
            for (String caller : CALLERS) {
                String expected = row.getField(caller);
                if (expected.equals("ok") == allowed) {
                    Answer answer = call(row, caller, things);
                    String actual = classOf(answer.status());
                    if (!actual.equals(expected)) {
                        wrong.add(
                                operation(row)
                                        + " as "
                                        + caller
                                        + ": expected "
                                        + expected
                                        + " but was "
                                        + answer.status()
                                        + " "
                                        + answer.text("/type"));
                    }
                }
            }
        }
    }

    private Answer call(NamedCsvRecord row, String caller, Things things) {
        return call(row, caller, things, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private Answer call(NamedCsvRecord row, String caller, Things things, Map<String, String> key) {
        String order = things.order(caller);
        String path =
                row.getField("path")
                        .replace(
                                "/registrations/{number}",
                                "/registrations/" + things.registrationNumber())
                        .replace("{number}", things.certificate())
                        .replace("{productId}", things.product())
                        .replace("{day}", "2031-02-03")
                        .replace("{ingredient}", "potato")
                        .replace("{offerId}", UUID.randomUUID().toString())
                        .replace("{pictureId}", things.picture())
                        .replace("{size}", "320");
        path =
                path.replace("/entries/{id}", "/entries/" + things.buyersEntry())
                        .replace("/households/{id}", "/households/" + things.household())
                        .replace("/claims/{id}", "/claims/" + things.claim())
                        .replace("/findings/{id}", "/findings/" + things.finding())
                        .replace("/complaints/{id}", "/complaints/" + things.complaint())
                        .replace("/corrections/{id}", "/corrections/" + things.correction())
                        .replace("/requisitions/{id}", "/requisitions/" + things.requisition());
        path = path.replace("{ocid}", things.ocid());
        path = path.replace("/bank-lines/{id}", "/bank-lines/" + things.bankLine());
        path = path.replace("{id}", idFor(path, order, things));
        path =
                path.replace("/banks/{code}", "/banks/demo")
                        .replace("{code}", things.orderNumber(caller));
        Map<String, String> headers = new HashMap<>(key);
        headers.put("If-Match", "\"1-1\"");
        if (Set.of("POST /imports", "POST /attachments", "POST /products/{id}/pictures")
                .contains(operation(row))) {
            headers.put("Content-Type", "application/octet-stream");
        }
        return api.send(
                name(caller),
                HttpMethod.valueOf(row.getField("method")),
                path + query(path, order),
                headers,
                body(operation(row), things));
    }

    private static Map<String, Object> invoice() {
        return Map.of(
                "number",
                Market.invoiceNumber(),
                "issuedOn",
                "2026-11-01",
                "totalFen",
                1,
                "taxFen",
                0,
                "attachment",
                UUID.randomUUID());
    }

    private static String idFor(String path, String order, Things things) {
        if (path.startsWith("/registrations/")) {
            return things.registration();
        }
        if (path.startsWith("/certifications/")) {
            return things.certification();
        }
        if (path.startsWith("/attachments/")) {
            return things.attachment();
        }
        if (path.startsWith("/orders/")) {
            return order;
        }
        return path.startsWith("/imports/") ? things.importId() : things.product();
    }

    private static String query(String path, String order) {
        if (path.startsWith("/registrations/R")) {
            return "?creditCode=" + REGISTERED_CODE;
        }
        return switch (path) {
            case "/payments", "/ledger/entries" -> "?order=" + order;
            case "/attachments" -> "?name=x.pdf";
            case "/bank-statements" -> "?bank=demo";
            case "/settlement-statement",
                    "/settlement-statement.xlsx",
                    "/settlement-statement.pdf" ->
                    "?month=2026-11";
            case "/procurement/audit.zip" -> "?year=2020";
            case "/school/suppliers" -> "?foodGroup=蔬菜类";
            case "/benefit/plots" -> "?household=H00000000";
            case "/ledger/export" -> "?from=2026-01-01&to=2026-01-02";
            default -> "";
        };
    }

    /** The least that is valid, so that the table decides and not the input. */
    private static @Nullable Object body(String operation, Things things) {
        return switch (operation) {
            case "POST /auth/token" -> Map.of("username", "buyer", "password", "demo");
            case "POST /payments/stripe/webhook" -> "{}";
            case "POST /registrations" -> registration();
            case "POST /registrations/{id}/refusal" -> Map.of("reason", "资料不全");
            case "POST /products", "PUT /products/{id}", "PUT /catalog/parked/{productId}" ->
                    Market.form("洋芋 " + UUID.randomUUID(), 10);
            case "POST /products/{id}/offers" -> Map.of("minGrams", 1, "fenPerKg", 1);
            case "POST /certifications", "POST /certifications/{id}/resubmission" ->
                    Map.of("kind", "SUPPLIER");
            case "POST /certifications/{id}/decision" -> Map.of("action", "APPROVE");
            case "POST /orders/{id}/card-refunds" -> Map.of("amountFen", 1);
            case "POST /procurement/filings" ->
                    Map.of(
                            "fiscalYear",
                            LocalDate.now(BusinessDay.ZONE).getYear(),
                            "canteen",
                            "OWN",
                            "foodBudgetFen",
                            100_000_000,
                            "shareBasisPoints",
                            1_000);
            case "POST /orders/{id}/contract/signatures" -> Map.of("content", "0".repeat(64));
            case "POST /requisitions" -> requisitionForm(things.product());
            case "POST /requisitions/{id}/decision" -> Map.of("agrees", true);
            case "POST /requisitions/{id}/reassignment" ->
                    Map.of("from", "甲", "to", "乙", "reason", "离任");
            case "POST /requisitions/{id}/withdrawal" -> Map.of();
            case "POST /unit/people" ->
                    Map.of(
                            "username",
                            "nobody-here",
                            "displayName",
                            "甲",
                            "password",
                            "a long password");
            case "POST /unit/people/leaving" -> Map.of("username", "nobody-here");
            case "POST /unit/roles", "POST /unit/roles/ending" ->
                    Map.of("username", "nobody-here", "role", "MANAGER");
            case "POST /unit/approval-rules" ->
                    Map.of(
                            "fromFen",
                            0,
                            "level",
                            1,
                            "approvers",
                            List.of("nobody-here"),
                            "needed",
                            1,
                            "hours",
                            1);
            case "POST /unit/delegations" ->
                    Map.of("delegate", "nobody-here", "from", "2099-01-01", "to", "2099-01-02");
            case "POST /unit/budget-lines" ->
                    Map.of(
                            "fiscalYear",
                            LocalDate.now(BusinessDay.ZONE).getYear(),
                            "code",
                            "30201",
                            "name",
                            "食堂",
                            "amountFen",
                            1);
            case "PUT /unit/budget-lines/{id}" -> Map.of("amountFen", 1);
            case "POST /orders/{id}/unit-corrections" -> otherUnit();
            case "POST /procurement/corrections/{id}/decision" -> Map.of("agrees", true);
            case "POST /orders/{id}/change" ->
                    Map.of("lines", List.of(Market.line(things.product(), 2)));
            case "POST /orders/{id}/complaints" -> complaintForm();
            case "POST /complaints/{id}/decision" -> Map.of("action", "WITHDRAW");
            case "POST /complaints/{id}/receipt" ->
                    Map.of("lines", List.of(Map.of("line", 1, "grams", 1)));
            case "PUT /cart/lines/{productId}" -> Map.of("quantity", 1);
            case "POST /orders" -> Map.of("lines", List.of(Market.line(things.product(), 1)));
            case "POST /orders/{id}/refusal",
                    "POST /orders/{id}/cancellation",
                    "POST /orders/{id}/closing" ->
                    Map.of("reason", "缺货");
            case "POST /products/{id}/pictures" -> "no picture";
            case "POST /products/{id}/farm-records" ->
                    Map.of("plot", "东坡", "doneOn", "2026-05-01", "operation", "SOWING");
            case "PUT /products/{id}/pictures" -> Map.of("ids", List.of());
            case "POST /attachments" -> "%PDF-1.7 evidence %%EOF";
            case "POST /imports" -> "a,b";
            case "POST /imports/{id}/application" -> Map.of("goodRowsOnly", true);
            case "POST /orders/{id}/shipment" -> Map.of();
            case "POST /orders/{id}/invoice" -> invoice();
            case "POST /orders/{id}/invoice/replacement" ->
                    Map.of("red", invoice(), "reason", "开错");
            case "POST /orders/{id}/acceptance" ->
                    Map.of("lines", List.of(Map.of("line", 1, "acceptedGrams", 1, "reason", "少")));
            case "POST /orders/{id}/restocking" ->
                    Map.of("shipment", 1, "lines", List.of(Map.of("line", 1, "packages", 0)));
            case "POST /orders/{id}/card-payments" -> Map.of("paymentMethod", "pm_card_visa");
            case "POST /orders/{id}/remittances" ->
                    Map.of(
                            "amountFen",
                            1,
                            "payerName",
                            "甲",
                            "bankReference",
                            UUID.randomUUID().toString());
            case "POST /orders/{id}/refunds" ->
                    Map.of("amountFen", 1, "bankReference", UUID.randomUUID().toString());
            case "PUT /cooperative/delivery-area" -> Map.of("provinces", List.of());
            case "POST /remittance-codes" -> Map.of("orderIds", List.of(things.buyersOrder()));
            case "POST /payer-declarations" ->
                    Map.of(
                            "payerName",
                            "国库 " + UUID.randomUUID(),
                            "payerAccount",
                            "6222000011112222",
                            "reason",
                            "集中支付");
            case "PUT /banks/{code}" -> Map.of();
            case "POST /bank-statements" -> "x";
            case "POST /bank-lines/{id}/assignment" ->
                    Map.of(
                            "parts",
                            List.of(Map.of("orderId", things.buyersOrder(), "amountFen", 1)));
            case "POST /payout-batches/{id}/release" -> Map.of("sha256", "0".repeat(64));
            case "POST /payout-batches/{id}/cancellation" -> Map.of("reason", "重做");
            case "POST /bank-lines/{id}/return" -> Map.of("reason", "误付", "bankReference", "T2");
            case "POST /payouts/{id}/bounce" -> Map.of("reason", "户名不符", "bankReference", "T1");
            case "POST /bank-lines/{id}/set-aside", "POST /bank-lines/{id}/reversal" ->
                    Map.of("reason", "利息");
            case "PUT /bureau/canteens" ->
                    Map.of(
                            "creditCode",
                            "000000000000000000",
                            "fenPerPupilDay",
                            1,
                            "suppliersPerDay",
                            1);
            case "POST /bureau/plans" -> Map.of("week", "2020-01-06");
            case "PUT /bureau/plans/{id}/lines/{number}/choice" -> Map.of("reason", "就近");
            case "PUT /cooperative/supply-terms" ->
                    Map.of("leastOrderFen", 0, "deliveryDays", List.of(1, 2, 3, 4, 5, 6, 7));
            case "POST /incidents" ->
                    Map.of("noticedAt", "2020-01-06T04:00:00Z", "ill", 1, "what", "腹痛");
            case "POST /incidents/{id}/report" -> Map.of("to", "县教育局");
            case "POST /kitchen/uses" ->
                    Map.of("day", "2020-01-06", "dish", "steamed-rice", "lot", "P1", "grams", 1);
            case "POST /kitchen/disposals" -> Map.of("lot", "P1", "grams", 1, "reason", "霉变");
            case "POST /kitchen/samples" ->
                    Map.of("day", "2020-01-06", "dish", "steamed-rice", "grams", 150);
            case "POST /recalls" ->
                    Map.of(
                            "productId",
                            things.product(),
                            "from",
                            "2001-01-01",
                            "to",
                            "2001-01-01",
                            "reason",
                            "农残超标");
            case "POST /recalls/{id}/answer" -> Map.of("note", "已封存");
            case "PUT /school/menu/days/{day}" -> Map.of("dishes", List.of("steamed-rice"));
            case "PUT /school/menu" -> Map.of("week", "2031-02-03", "from", "2031-02-03");
            case "PUT /school/store-room" -> Map.of("items", List.of());
            case "PUT /school/head-counts" ->
                    Map.of(
                            "week",
                            "2031-01-06",
                            "schoolDays",
                            5,
                            "headCounts",
                            List.of(Map.of("ageGroup", "6-8", "pupils", 1)));
            case "POST /benefit/rules" ->
                    Map.of(
                            "validFrom",
                            "2099-01-01",
                            "parts",
                            List.of(Map.of("mode", "MARGIN", "basisPoints", 10_000)));
            case "POST /benefit/households/{id}/plots" ->
                    Map.of("produce", "洋芋", "season", 2026, "grams", 1, "evidence", "甲");
            case "POST /benefit/claims" -> claim("H00000000");
            case "POST /findings/{id}/decision" -> Map.of("decision", "EXPLAINED", "reason", "甲");
            case "POST /benefit/claims/{id}/rejection" -> Map.of("reason", "磅单不清");
            default -> null;
        };
    }

    private Things things() {
        market.refuseOpenApplications();
        String product = market.list("cooperative", 100);
        Answer household = api.post("county", "/benefit/households", Map.of());
        api.post("", "/registrations", registration());
        Answer waiting = api.get("operator", "/registrations");
        String attachment = market.attach("cooperative");
        String buyers = market.order("buyer", product, 1);
        String canteens = market.order("canteen", product, 1);
        return new Things(
                product,
                api.get("", "/products/" + product).text("/certificateNumber"),
                api.post(
                                "cooperative",
                                "/certifications",
                                Map.of("kind", "SUPPLIER", "attachments", List.of(attachment)))
                        .text("/id"),
                buyers,
                canteens,
                entry(),
                household.text("/id"),
                api.post("cooperative", "/benefit/claims", claim(household.text("/code")))
                        .text("/id"),
                finding(),
                waiting.text("/items/0/id"),
                waiting.text("/items/0/number"),
                importId(),
                attachment,
                market.picture("cooperative", product),
                api.get("operator", "/orders/" + buyers).text("/number"),
                api.get("operator", "/orders/" + canteens).text("/number"),
                bankLine(),
                complaint(),
                correction(),
                requisition(product),
                ocid());
    }

    /** Of an order that is signed. */
    private String ocid() {
        String order = market.order("buyer", market.list("cooperative", 1), 1);
        market.step("cooperative", order, "confirmation", Map.of());
        return "ocds-000000-" + api.get("operator", "/orders/" + order).text("/number");
    }

    /** From the buyer's unit to the other buyer's. */
    private String correction() {
        String order = market.order("buyer", market.list("cooperative", 1), 1);
        market.step("cooperative", order, "confirmation", Map.of());
        return api.post("buyer", "/orders/" + order + "/unit-corrections", otherUnit()).text("/id");
    }

    /** Of the buyer. */
    private String requisition(String product) {
        return api.post("buyer", "/requisitions", requisitionForm(product)).text("/requisition/id");
    }

    private static Map<String, Object> requisitionForm(String product) {
        return Map.of("purpose", "食堂", "lines", List.of(Market.line(product, 1)));
    }

    private static Map<String, Object> otherUnit() {
        return Map.of("unitName", "昆明市图书馆（演示）", "reason", "选错单位");
    }

    /** Of the buyer. */
    private String complaint() {
        String order = market.order("buyer", market.list("cooperative", 1), 1);
        market.ship("cooperative", order);
        market.accept("buyer", order, 10_000);
        return api.post("buyer", "/orders/" + order + "/complaints", complaintForm())
                .text("/complaint/id");
    }

    private static Map<String, Object> complaintForm() {
        return Map.of(
                "kind",
                "ALLOWANCE",
                "reason",
                "有烂的",
                "lines",
                List.of(Map.of("line", 1, "fen", 1)));
    }

    /** Of the county. */
    private String finding() {
        String id = UUID.randomUUID().toString();
        database.sql(
                        """
                        INSERT INTO finding (id, county_code, check_code, subject, subject_key, evidence, found_at)
                        VALUES (:id::uuid, '620422', 'ROUND_NUMBERS', '演示', :id, '', now())
                        """)
                .bind("id", id)
                .then()
                .block();
        return id;
    }

    private static Map<String, Object> claim(String household) {
        return Map.of(
                "household",
                household,
                "mode",
                "WAGE",
                "evidence",
                UUID.randomUUID().toString(),
                "from",
                "2026-05-01T00:00:00Z",
                "to",
                "2026-05-01T01:00:00Z",
                "minutes",
                60,
                "fenPerHour",
                2_000);
    }

    /** What was booked about an order of the buyer and the cooperative. */
    private String entry() {
        String order = market.order("buyer", market.list("cooperative", 1), 1);
        market.ship("cooperative", order);
        market.accept("buyer", order, 10_000);
        market.remit(order);
        return api.get("buyer", "/ledger/entries?order=" + order).text("/items/0/id");
    }

    private static Map<String, Object> registration() {
        return Map.of(
                "kind", "SCHOOL",
                "name", "会宁县第一小学",
                "creditCode", REGISTERED_CODE,
                "countyCode", "620422",
                "bankName", "会宁县农村信用合作联社",
                "bankAccount", "6228480402564890018",
                "contactName", "赵芳",
                "contactPhone", "0943-3210000",
                "username", "matrix-school",
                "password", "a long password");
    }

    private String importId() {
        byte[] file = api.download("cooperative", "/cooperative/products.xlsx");
        return api.upload("cooperative", "/imports", UUID.randomUUID().toString(), file)
                .text("/id");
    }

    /** The id of a line nobody's order fits. */
    private String bankLine() {
        String reference = "M" + UUID.randomUUID();
        market.importStatement(
                "交易日期,贷方发生额,对方户名,对方账号,交易流水号,摘要\n20261124,0.07,甲,6222," + reference + ",利息\n");
        return market.bankLine("WAITING", reference);
    }

    private static String classOf(int status) {
        return Set.of(401, 403, 404).contains(status) ? Integer.toString(status) : "ok";
    }

    private static String name(String caller) {
        return caller.equals(NOBODY) ? "" : caller;
    }

    private static String operation(NamedCsvRecord row) {
        return row.getField("method") + " " + row.getField("path");
    }

    private static List<NamedCsvRecord> matrix() throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new ClassPathResource("authorisation-matrix.csv")
                                                .getInputStream(),
                                        StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }
}
