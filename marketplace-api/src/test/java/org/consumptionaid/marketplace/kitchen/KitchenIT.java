package org.consumptionaid.marketplace.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.MovableClock;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MarketplaceTest
class KitchenIT {
    private static final Path SCHEMA =
            Path.of("../../shared/schemas/epcis-2.0/EPCIS-JSON-Schema.json");
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private MovableClock clock;

    /** A lot of 10 kg of the canteen, of which so much was accepted. */
    private record Received(String product, String order, String lot) {}

    private Received received(long grams) {
        String product = market.list("cooperative", 10);
        String order = market.order("canteen", product, 1);
        market.ship("cooperative", order);
        market.accept("canteen", order, grams);
        return new Received(
                product,
                order,
                api.get("canteen", "/orders/" + order + "/lots").text("/items/0/number"));
    }

    @Test
    void whatGoesIntoAMealComesOutOfTheStoreAndAMistakeIsTakenBack() {
        Received potatoes = received(9_600);
        assertThat(left(potatoes)).isEqualTo(9_600);

        Answer used = use(potatoes.lot(), "braised-potato", 4_000);
        assertThat(used.status()).as("%s", used.body()).isEqualTo(201);
        assertThat(left(potatoes)).isEqualTo(5_600);
        Answer more = use(potatoes.lot(), "braised-potato", 5_601);
        assertThat(more.text("/type")).endsWith("lot-used-up");
        assertThat(more.number("/leftGrams")).isEqualTo(5_600);
        String useId = useOf(used, potatoes.lot()).get("useId").asString();
        assertThat(
                        api.post("canteen2", "/kitchen/uses/" + useId + "/correction", Map.of())
                                .status())
                .as("another canteen's")
                .isEqualTo(404);
        assertThat(api.post("canteen", "/kitchen/uses/" + useId + "/correction", Map.of()).status())
                .isEqualTo(200);
        assertThat(left(potatoes)).isEqualTo(9_600);
        assertThat(
                        api.post("canteen", "/kitchen/uses/" + useId + "/correction", Map.of())
                                .text("/type"))
                .endsWith("already-done");
        Answer thrown =
                api.post(
                        "canteen",
                        "/kitchen/disposals",
                        Map.of("lot", potatoes.lot(), "grams", 600, "reason", "发芽"));
        assertThat(thrown.status()).isEqualTo(201);
        assertThat(left(potatoes)).isEqualTo(9_000);
    }

    @Test
    void nobodyCooksWhatHeHasNotOrOnAnotherDay() {
        Received potatoes = received(5_000);
        assertThat(use("P00000000", "braised-potato", 1).text("/type"))
                .endsWith("lot-not-received");
        assertThat(use(potatoes.lot(), "no-such-dish", 1).text("/type")).endsWith("unknown-dish");
        Answer longAgo =
                api.post(
                        "canteen",
                        "/kitchen/uses",
                        Map.of(
                                "day",
                                today.minusDays(8).toString(),
                                "dish",
                                "braised-potato",
                                "lot",
                                potatoes.lot(),
                                "grams",
                                1));
        assertThat(longAgo.text("/type")).endsWith("kitchen-day-closed");
        assertThat(left(potatoes)).isEqualTo(5_000);
    }

    /** 8 cooks take 1 kg each of 5 kg for a dish of which nothing is noted yet. */
    @Test
    void noGramIsUsedTwiceHoweverManyCook() throws Exception {
        Received potatoes = received(5_000);
        List<Callable<Integer>> cooks =
                Stream.generate(() ->
                                (Callable<Integer>)
                                        () ->
                                                use(potatoes.lot(), "cabbage-vermicelli", 1_000)
                                                        .status())
                        .limit(8)
                        .toList();
        int done = 0;
        try (ExecutorService kitchen = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> cook : kitchen.invokeAll(cooks)) {
                done += cook.get() == 201 ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(5);
        assertThat(left(potatoes)).isZero();
    }

    @Test
    void aSampleIsLargeEnoughAndKeptLongEnough() {
        assertThat(sample(124).text("/type")).endsWith("sample-too-small");
        Answer kept = sample(125);
        assertThat(kept.status()).isEqualTo(201);
        JsonNode sample = meal(kept, "sour-potato-shreds").get("samples").get(0);
        assertThat(sample.get("number").asString()).startsWith("Y");
        String path = "/kitchen/samples/" + sample.get("sampleId").asString() + "/disposal";
        assertThat(api.post("canteen", path, Map.of()).text("/type")).endsWith("sample-to-keep");
        clock.forward(Duration.ofDays(2));
        api.signOut();
        try {
            assertThat(api.post("canteen", path, Map.of()).status()).isEqualTo(200);
            assertThat(api.post("canteen", path, Map.of()).text("/type")).endsWith("already-done");
        } finally {
            clock.set(Instant.now());
            api.signOut();
        }
    }

    @Test
    void aRecallFindsEveryMealStopsTheRestAndIsAnswered() {
        Received potatoes = received(9_000);
        use(potatoes.lot(), "mashed-potato-yunnan", 3_000);
        api.post(
                "canteen",
                "/kitchen/samples",
                Map.of("day", today.toString(), "dish", "mashed-potato-yunnan", "grams", 150));
        Map<String, Object> form =
                Map.of(
                        "productId",
                        potatoes.product(),
                        "from",
                        today.minusDays(1).toString(),
                        "to",
                        today.toString(),
                        "reason",
                        "抽检农残超标");
        assertThat(api.post("cooperative2", "/recalls", form).status())
                .as("not its product")
                .isEqualTo(404);

        Answer opened = api.post("cooperative", "/recalls", form);

        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        String path = "/recalls/" + opened.text("/id");
        Answer seen = api.get("canteen", path);
        assertThat(seen.number("/trace/leftGrams")).isEqualTo(6_000);
        assertThat(seen.text("/trace/lots/0/lotNumber")).isEqualTo(potatoes.lot());
        assertThat(seen.text("/trace/meals/0/dishName")).isEqualTo("老奶洋芋");
        assertThat(seen.number("/trace/meals/0/grams")).isEqualTo(3_000);
        assertThat(seen.text("/trace/meals/0/samples/0/number")).startsWith("Y");
        assertThat(api.get("canteen2", path).status()).as("has none of it").isEqualTo(404);
        assertThat(use(potatoes.lot(), "mashed-potato-yunnan", 1_000).status())
                .as("eaten before the recall came, noted after it")
                .isEqualTo(201);
        assertThat(useTomorrow(potatoes.lot()).text("/type")).endsWith("lot-recalled");
        assertThat(api.get("canteen", path).body().at("/trace/meals"))
                .as("two uses of one lot in one meal")
                .hasSize(2);
        assertThat(
                        api.post(
                                        "canteen",
                                        "/kitchen/disposals",
                                        Map.of(
                                                "lot",
                                                potatoes.lot(),
                                                "grams",
                                                5_000,
                                                "reason",
                                                "召回"))
                                .status())
                .isEqualTo(201);
        Answer answered = api.post("canteen", path + "/answer", Map.of("note", "剩余5公斤已销毁"));
        assertThat(answered.text("/trace/lots/0/answer")).isEqualTo("剩余5公斤已销毁");
        assertThat(api.post("canteen", path + "/answer", Map.of("note", "又")).text("/type"))
                .endsWith("already-done");
        Answer cooperative = api.get("cooperative", path);
        assertThat(cooperative.text("/trace/lots/0/answer")).isEqualTo("剩余5公斤已销毁");
        assertThat(cooperative.number("/trace/leftGrams")).isZero();
        assertThat(ids(api.get("canteen", "/recalls"))).contains(opened.text("/id"));
        assertThat(ids(api.get("canteen2", "/recalls"))).doesNotContain(opened.text("/id"));
        assertThat(api.get("canteen", "/lots/" + potatoes.lot() + "/trace").body().get("meals"))
                .hasSize(2);
    }

    @Test
    void parentsSeeWhereLunchGrewAndNoPerson() {
        String code = api.get("canteen", "/kitchen/day").text("/schoolCode");
        Received potatoes = received(9_000);
        use(potatoes.lot(), "pepper-potato-shreds", 4_000);

        Answer lunch = api.get("", "/schools/" + code + "/lunch");

        JsonNode dish =
                lunch.body()
                        .get("dishes")
                        .valueStream()
                        .filter(one -> one.get("name").asString().equals("青椒土豆丝"))
                        .findFirst()
                        .orElseThrow();
        assertThat(dish.get("ingredients").toString()).contains("马铃薯");
        assertThat(dish.at("/origins/0/countyName").asString()).isEqualTo("会宁县");
        assertThat(dish.at("/origins/0/lotNumber").asString()).isEqualTo(potatoes.lot());
        assertThat(dish.at("/origins/0/fenPerKg").asLong()).isEqualTo(368);
        assertThat(lunch.body().toString()).doesNotContain("赵芳").doesNotContain("person");
        assertThat(api.get("", "/schools/91110000000000000X/lunch").status()).isEqualTo(404);
    }

    @Test
    void theCountyHasToKnowOfAnIncidentWithinTwoHoursOfItsBeingNoticed() {
        String what = "三名学生腹痛 " + UUID.randomUUID();
        Instant noticed = clock.instant().minus(Duration.ofHours(3));
        Answer noted = incident(noticed, what);
        assertThat(noted.status()).as("%s", noted.body()).isEqualTo(201);
        JsonNode late = incident(noted, what);
        assertThat(Instant.parse(late.get("dueAt").asString()))
                .isEqualTo(Instant.parse(late.get("noticedAt").asString()).plusSeconds(7_200));
        assertThat(late.get("late").asBoolean()).as("noticed three hours ago").isTrue();
        String path = "/incidents/" + late.get("id").asString() + "/report";
        assertThat(api.post("canteen2", path, Map.of("to", "县教育局")).status()).isEqualTo(404);
        Answer reported = api.post("canteen", path, Map.of("to", "县教育局值班室，电话"));
        assertThat(incident(reported, what).get("reportedTo").asString()).startsWith("县教育局");
        assertThat(api.post("canteen", path, Map.of("to", "又")).text("/type"))
                .endsWith("already-done");

        String soon = "手机快两分钟 " + UUID.randomUUID();
        assertThat(
                        incident(incident(clock.instant().plus(Duration.ofMinutes(2)), soon), soon)
                                .get("late")
                                .asBoolean())
                .isFalse();
        assertThat(incident(clock.instant().plus(Duration.ofHours(1)), "x").text("/type"))
                .endsWith("incident-noticed-when");
    }

    private Answer incident(Instant noticed, String what) {
        return api.post(
                "canteen",
                "/incidents",
                Map.of("noticedAt", noticed.toString(), "ill", 3, "what", what));
    }

    private static JsonNode incident(Answer all, String what) {
        return all.body()
                .get("items")
                .valueStream()
                .filter(one -> one.get("what").asString().equals(what))
                .findFirst()
                .orElseThrow();
    }

    /** The bureau plans this canteen: its month grows by what is ordered, refused and cooked. */
    @Test
    void aBureauSeesTheMonthOfItsSchools() {
        String code = api.get("canteen", "/kitchen/day").text("/schoolCode");
        Answer taken =
                api.put(
                        "education",
                        "/bureau/canteens",
                        Map.of("creditCode", code, "fenPerPupilDay", 300, "suppliersPerDay", 3));
        assertThat(taken.status()).isEqualTo(200);
        JsonNode before = school(api.get("education", "/bureau/month"), code);
        Received potatoes = received(9_000);
        use(potatoes.lot(), "mashed-potato-yunnan", 1_000);

        Answer month = api.get("education", "/bureau/month");

        JsonNode after = school(month, code);
        assertThat(grown(before, after, "orders")).isEqualTo(1);
        assertThat(grown(before, after, "acceptedGrams")).isEqualTo(9_000);
        assertThat(grown(before, after, "acceptedFen")).isEqualTo(3_312);
        assertThat(after.get("meals").asLong())
                .isGreaterThanOrEqualTo(after.get("mealsWithoutSample").asLong())
                .isPositive();
        assertThat(month.body().get("counties"))
                .anySatisfy(
                        county -> assertThat(county.get("countyName").asString()).isEqualTo("会宁县"));
        assertThat(api.get("education", "/bureau/month?month=2001-01").text("/month"))
                .isEqualTo("2001-01-01");
    }

    private static long grown(JsonNode before, JsonNode after, String field) {
        return after.get(field).asLong() - before.get(field).asLong();
    }

    private JsonNode school(Answer month, String code) {
        String name = api.get("", "/schools/" + code + "/lunch").text("/schoolName");
        return month.body()
                .get("schools")
                .valueStream()
                .filter(school -> school.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingToRecallIsSaid() {
        Answer none =
                api.post(
                        "cooperative",
                        "/recalls",
                        Map.of(
                                "productId",
                                market.list("cooperative", 1),
                                "from",
                                today.toString(),
                                "to",
                                today.toString(),
                                "reason",
                                "x"));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text("/type")).endsWith("no-lots-to-recall");
        Answer backwards =
                api.post(
                        "cooperative",
                        "/recalls",
                        Map.of(
                                "productId",
                                UUID.randomUUID().toString(),
                                "from",
                                today.toString(),
                                "to",
                                today.minusDays(1).toString(),
                                "reason",
                                "x"));
        assertThat(backwards.text("/type")).endsWith("no-lots-to-recall");
        assertThat(api.get("education", "/bureau/month?month=9999-01").status()).isEqualTo(400);
    }

    /** What came in is what went out and what is left, in the events too. */
    @Test
    void theEventsOfALotConserveItsQuantityAndAreValidEpcis() throws IOException {
        Received potatoes = received(9_000);
        Answer used = use(potatoes.lot(), "three-treasures", 2_000);
        use(potatoes.lot(), "three-treasures", 1_500);
        api.post(
                "canteen",
                "/kitchen/uses/"
                        + useOf(used, potatoes.lot()).get("useId").asString()
                        + "/correction",
                Map.of());
        api.post(
                "canteen",
                "/kitchen/samples",
                Map.of("day", today.toString(), "dish", "three-treasures", "grams", 150));
        api.post(
                "canteen",
                "/kitchen/disposals",
                Map.of("lot", potatoes.lot(), "grams", 500, "reason", "霉变"));

        Answer document = api.get("canteen", "/lots/" + potatoes.lot() + "/events");

        List<JsonNode> events = document.body().at("/epcisBody/eventList").valueStream().toList();
        double received = kilograms(events, "receiving", "/quantityList/0/quantity");
        double cooked =
                events.stream()
                        .filter(event -> event.has("inputQuantityList"))
                        .filter(event -> !event.has("errorDeclaration"))
                        .mapToDouble(event -> event.at("/inputQuantityList/0/quantity").asDouble())
                        .sum();
        double destroyed = kilograms(events, "destroying", "/quantityList/0/quantity");
        assertThat(received - cooked - destroyed).isEqualTo(left(potatoes) / 1_000.0);
        assertThat(events).anyMatch(event -> event.has("errorDeclaration"));
        boolean there = Files.exists(SCHEMA);
        if (!there) {
            System.err.println("The official schema is not here: " + SCHEMA + " is missing.");
        }
        Assumptions.assumeTrue(there);
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(Files.readString(SCHEMA));
        assertThat(schema.validate("{\"type\":\"EPCISDocument\"}", InputFormat.JSON))
                .as("it can say no")
                .isNotEmpty();
        assertThat(
                        schema.validate(document.body().toString(), InputFormat.JSON).stream()
                                .map(Error::toString))
                .isEmpty();
    }

    private static double kilograms(List<JsonNode> events, String step, String pointer) {
        return events.stream()
                .filter(event -> event.get("bizStep").asString().equals(step))
                .mapToDouble(event -> event.at(pointer).asDouble())
                .sum();
    }

    private Answer use(String lot, String dish, long grams) {
        return api.post(
                "canteen",
                "/kitchen/uses",
                UUID.randomUUID().toString(),
                Map.of("day", today.toString(), "dish", dish, "lot", lot, "grams", grams));
    }

    private Answer useTomorrow(String lot) {
        clock.forward(Duration.ofDays(1));
        api.signOut();
        try {
            return api.post(
                    "canteen",
                    "/kitchen/uses",
                    Map.of(
                            "day",
                            today.plusDays(1).toString(),
                            "dish",
                            "mashed-potato-yunnan",
                            "lot",
                            lot,
                            "grams",
                            1));
        } finally {
            clock.set(Instant.now());
            api.signOut();
        }
    }

    private Answer sample(int grams) {
        return api.post(
                "canteen",
                "/kitchen/samples",
                Map.of("day", today.toString(), "dish", "sour-potato-shreds", "grams", grams));
    }

    private long left(Received lot) {
        return api.get("canteen", "/kitchen/day")
                .body()
                .get("stock")
                .valueStream()
                .filter(one -> one.get("lotNumber").asString().equals(lot.lot()))
                .mapToLong(one -> one.get("leftGrams").asLong())
                .sum();
    }

    private static JsonNode meal(Answer day, String dish) {
        return day.body()
                .get("meals")
                .valueStream()
                .filter(meal -> meal.get("dish").asString().equals(dish))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode useOf(Answer day, String lot) {
        return day.body()
                .get("meals")
                .valueStream()
                .flatMap(meal -> meal.get("lots").valueStream())
                .filter(one -> one.get("lotNumber").asString().equals(lot))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Answer recalls) {
        return recalls.body()
                .get("items")
                .valueStream()
                .map(recall -> recall.get("id").asString())
                .toList();
    }
}
