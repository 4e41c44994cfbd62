package org.consumptionaid.marketplace.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@MarketplaceTest
class BureauIT {

    @Autowired private Requests api;

    @Autowired private DatabaseClient database;

    @Test
    void aWeekFindsItsSuppliersIsChangedByAPersonAndBecomesOrdersOnce() {
        LocalDate week = nextMonday().plusWeeks(2);
        takeOn("canteen", week, 300);

        JsonNode first = plan(week);
        String id = first.get("id").asString();
        JsonNode served = line(first, "productId");
        assertThat(first.get("lines").asInt()).isEqualTo(first.get("items").size()).isPositive();
        assertThat(served.get("packages").asLong()).isPositive();
        assertThat(served.get("fen").asLong()).isPositive();
        assertThat(line(first, "nextFen").get("nextName").asString())
                .as("what the next best would cost")
                .isNotEmpty();
        assertThat(fen(first)).isEqualTo(first.get("fen").asLong());
        assertThat(suppliersOfADay(first)).allSatisfy(day -> assertThat(day).hasSizeBetween(1, 3));

        Answer chosen =
                api.put(
                        "education",
                        "/bureau/plans/%s/lines/%d/choice"
                                .formatted(id, served.get("number").asInt()),
                        Map.of("reason", "学校自种"));
        assertThat(chosen.status()).isEqualTo(200);
        JsonNode second = plan(week);
        JsonNode left = second.get("items").get(served.get("number").asInt());
        assertThat(left.has("productId")).isFalse();
        assertThat(left.get("chosenFor").asString()).isEqualTo("学校自种");

        String accepted = second.get("id").asString();
        assertThat(
                        api.post("education", "/bureau/plans/" + accepted + "/acceptance", Map.of())
                                .status())
                .isEqualTo(200);
        JsonNode ordered = await(accepted, "ORDERED");
        assertThat(lines(ordered))
                .filteredOn(line -> line.has("productId"))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(
                                        line.get("ordered").asBoolean()
                                                ? ""
                                                : line.get("refused").asString())
                                .isEmpty());
        assertThat(ordersOf("canteen", week)).isEqualTo(trips(ordered));
        Answer again = api.post("education", "/bureau/plans/" + id + "/acceptance", Map.of());
        assertThat(again.text("/type")).endsWith("week-ordered");
        assertThat(start(week).text("/type")).endsWith("week-ordered");
    }

    @Test
    void aPurseThatIsTooSmallSaysWhatWouldHelp() {
        LocalDate week = nextMonday().plusWeeks(3);
        takeOn("canteen", week, 1);

        JsonNode plan = plan(week);

        assertThat(plan.get("unserved").asInt()).isPositive();
        JsonNode open = line(plan, "changeRule");
        assertThat(open.get("changeRule").asString()).isEqualTo("BUDGET");
        assertThat(open.get("changeAmount").asLong()).isPositive();
    }

    /** One cooperative's stock is gone: its own deliveries are marked, the others' are ordered. */
    @Test
    void whatSoldMeanwhileStopsOnlyItsOwnDelivery() {
        LocalDate week = nextMonday().plusWeeks(6);
        takeOn("canteen", week, 300);
        JsonNode plan = plan(week);
        JsonNode first = line(plan, "productId");
        String product = first.get("productId").asString();
        long had = available(product, 0);
        JsonNode ordered;
        try {
            ordered = accept(plan.get("id").asString());
        } finally {
            available(product, had);
        }
        String supplier = first.get("supplierName").asString();
        String day = first.get("day").asString();
        assertThat(lines(ordered))
                .filteredOn(line -> line.has("productId") && line.get("day").asString().equals(day))
                .allSatisfy(line ->
                        assertThat(line.get("refused").asString())
                                .isEqualTo(
                                        line.get("supplierName").asString().equals(supplier)
                                                ? "insufficient-stock"
                                                : ""))
                .anySatisfy(line -> assertThat(line.get("ordered").asBoolean()).isTrue());
    }

    /** On the day with a menu by ingredient, on the other by food group. */
    @Test
    void aMenuIsPlannedByIngredient() {
        LocalDate week = nextMonday().plusWeeks(8);
        takeOn("canteen", week, 300);
        Answer menu =
                api.put(
                        "canteen",
                        "/school/menu/days/" + week,
                        Map.of("dishes", List.of("steamed-rice", "sour-potato-shreds")));
        assertThat(menu.status()).isEqualTo(200);

        JsonNode plan = plan(week);

        JsonNode potatoes = line(plan, week, "potato");
        assertThat(potatoes.get("ingredientName").asString()).isEqualTo("马铃薯");
        assertThat(potatoes.get("grams").asLong())
                .as("200 pupils, 75 g, 8 % peel")
                .isEqualTo(16_305);
        assertThat(productCategory(potatoes.get("productId").asString())).isEqualTo("tuber-potato");
        assertThat(lines(plan))
                .filteredOn(line -> line.get("day").asString().equals(week.toString()))
                .allSatisfy(line -> assertThat(line.has("ingredient")).isTrue());
        assertThat(lines(plan))
                .filteredOn(line -> line.get("day").asString().equals(week.plusDays(1).toString()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.has("ingredient")).isFalse());
        Answer chosen =
                api.put(
                        "education",
                        "/bureau/plans/%s/lines/%d/choice"
                                .formatted(
                                        plan.get("id").asString(), potatoes.get("number").asInt()),
                        Map.of("reason", "学校自种"));
        assertThat(chosen.status()).isEqualTo(200);
        JsonNode second = plan(week);
        assertThat(line(second, week, "potato").has("productId")).isFalse();
        assertThat(line(second, week, "rice").get("chosenFor").asString()).isEmpty();
    }

    private static JsonNode line(JsonNode plan, LocalDate day, String ingredient) {
        return lines(plan).stream()
                .filter(line -> line.get("day").asString().equals(day.toString()))
                .filter(line ->
                        line.has("ingredient")
                                && line.get("ingredient").asString().equals(ingredient))
                .findFirst()
                .orElseThrow();
    }

    private String productCategory(String id) {
        return Objects.requireNonNull(
                database.sql("SELECT category_code FROM product WHERE id = :id::uuid")
                        .bind("id", id)
                        .mapValue(String.class)
                        .one()
                        .block());
    }

    @Test
    void aSchoolThatLeftGetsNoOrders() {
        LocalDate week = nextMonday().plusWeeks(7);
        takeOn("canteen", week, 300);
        String plan = plan(week).get("id").asString();
        remove("canteen");

        JsonNode ordered = accept(plan);

        assertThat(lines(ordered))
                .filteredOn(line -> line.has("productId"))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.get("refused").asString()).isEqualTo("school-left"));
        assertThat(ordersOf("canteen", week)).isZero();
    }

    @Test
    void aWeekWithoutPupilsHasAnEmptyPlanAndAPastOneNone() {
        LocalDate week = nextMonday().plusWeeks(5);
        takeOn("canteen", week, 300);
        api.put("canteen", "/school/head-counts", counts(week, 0));

        assertThat(plan(week).get("lines").asInt()).isZero();
        assertThat(start(nextMonday().minusWeeks(1)).text("/type")).endsWith("week-begun");
    }

    @Test
    void onlySchoolsAreTakenOn() {
        Answer unknown =
                api.put(
                        "education",
                        "/bureau/canteens",
                        Map.of(
                                "creditCode",
                                "91110000MA00000000",
                                "fenPerPupilDay",
                                1,
                                "suppliersPerDay",
                                1));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("/type")).endsWith("unknown-school");
        Answer elsewhere =
                api.put(
                        "education",
                        "/bureau/canteens",
                        Map.of(
                                "creditCode",
                                school("canteen2", "credit_code"),
                                "fenPerPupilDay",
                                1,
                                "suppliersPerDay",
                                1));
        assertThat(elsewhere.text("/type")).endsWith("school-outside-county");
        Answer nothing =
                api.send(
                        "education",
                        HttpMethod.DELETE,
                        "/bureau/canteens/" + UUID.randomUUID(),
                        Map.of(),
                        null);
        assertThat(nothing.status()).isEqualTo(404);
    }

    @Test
    void aCooperativeSaysHowItDelivers() {
        Map<String, Object> terms =
                Map.of(
                        "radiusKm",
                        300,
                        "leastOrderFen",
                        5_000,
                        "deliveryDays",
                        List.of(1, 3),
                        "weeklyGrams",
                        2_000_000);
        assertThat(api.put("cooperative2", "/cooperative/supply-terms", terms).status())
                .isEqualTo(200);
        Answer kept = api.get("cooperative2", "/cooperative/supply-terms");
        assertThat(kept.number("/radiusKm")).isEqualTo(300);
        assertThat(kept.body().get("deliveryDays").toString()).isEqualTo("[1,3]");
        Answer bad =
                api.put(
                        "cooperative2",
                        "/cooperative/supply-terms",
                        Map.of("leastOrderFen", -1, "deliveryDays", List.of(8)));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(
                        api.put(
                                        "cooperative2",
                                        "/cooperative/supply-terms",
                                        Map.of(
                                                "leastOrderFen",
                                                0,
                                                "deliveryDays",
                                                List.of(1, 2, 3, 4, 5, 6, 7)))
                                .status())
                .isEqualTo(200);
    }

    private static LocalDate nextMonday() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"))
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private void takeOn(String canteen, LocalDate week, long fenPerPupilDay) {
        assertThat(api.put(canteen, "/school/head-counts", counts(week, 200)).status())
                .isEqualTo(200);
        Answer taken =
                api.put(
                        "education",
                        "/bureau/canteens",
                        Map.of(
                                "creditCode",
                                school(canteen, "credit_code"),
                                "fenPerPupilDay",
                                fenPerPupilDay,
                                "suppliersPerDay",
                                3));
        assertThat(taken.status()).isEqualTo(200);
    }

    private JsonNode accept(String plan) {
        api.post("education", "/bureau/plans/" + plan + "/acceptance", Map.of());
        return await(plan, "ORDERED");
    }

    /** Sets what is in stock and answers what was. */
    private long available(String product, long now) {
        return Objects.requireNonNull(
                database.sql(
                                "UPDATE stock SET available = :now WHERE product_id = :product::uuid"
                                        + " RETURNING (SELECT available FROM stock"
                                        + " WHERE product_id = :product::uuid)")
                        .bind("now", now)
                        .bind("product", product)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    private void remove(String canteen) {
        assertThat(
                        api.send(
                                        "education",
                                        HttpMethod.DELETE,
                                        "/bureau/canteens/" + school(canteen, "id"),
                                        Map.of(),
                                        null)
                                .status())
                .isEqualTo(204);
    }

    private static Map<String, Object> counts(LocalDate week, int pupils) {
        return Map.of(
                "week",
                week.toString(),
                "schoolDays",
                2,
                "headCounts",
                List.of(Map.of("ageGroup", "9-11", "pupils", pupils)));
    }

    private String school(String username, String column) {
        return Objects.requireNonNull(
                database.sql(
                                "SELECT o."
                                        + column
                                        + "::text FROM organisation o JOIN person p ON p.organisation_id = o.id"
                                        + " WHERE p.username = :name")
                        .bind("name", username)
                        .mapValue(String.class)
                        .one()
                        .block());
    }

    private Answer start(LocalDate week) {
        return api.post("education", "/bureau/plans", Map.of("week", week.toString()));
    }

    private JsonNode plan(LocalDate week) {
        Answer started = start(week);
        assertThat(started.status()).as("%s", started.body()).isEqualTo(201);
        return await(started.text("/id"), "READY");
    }

    private JsonNode await(String id, String state) {
        String path = "/bureau/plans/" + id;
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> state.equals(api.get("education", path).text("/state")));
        return api.get("education", path).body();
    }

    private static List<JsonNode> lines(JsonNode plan) {
        List<JsonNode> lines = new ArrayList<>();
        plan.get("items").forEach(lines::add);
        return lines;
    }

    private static JsonNode line(JsonNode plan, String field) {
        return lines(plan).stream()
                .filter(line -> line.hasNonNull(field))
                .findFirst()
                .orElseThrow();
    }

    private static long fen(JsonNode plan) {
        return lines(plan).stream().mapToLong(line -> line.get("fen").asLong()).sum();
    }

    private static List<Set<String>> suppliersOfADay(JsonNode plan) {
        Map<String, Set<String>> days = new TreeMap<>();
        lines(plan).stream()
                .filter(line -> line.has("productId"))
                .forEach(line ->
                        days.computeIfAbsent(line.get("day").asString(), _ -> new HashSet<>())
                                .add(line.get("supplierName").asString()));
        return List.copyOf(days.values());
    }

    private static long trips(JsonNode plan) {
        return suppliersOfADay(plan).stream().mapToLong(Set::size).sum();
    }

    private long ordersOf(String canteen, LocalDate week) {
        return Objects.requireNonNull(
                database.sql(
                                "SELECT count(*) FROM purchase_order WHERE buyer_id = :school::uuid"
                                        + " AND deliver_on >= :from AND deliver_on < :from + 7")
                        .bind("school", school(canteen, "id"))
                        .bind("from", week)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }
}
