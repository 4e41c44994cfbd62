package org.consumptionaid.marketplace.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MarketplaceTest
class SchoolIT {
    @Autowired private Requests api;

    @Autowired private Market market;

    @Test
    void keepsTheHeadCountsOfTheWholeWeekWhateverItsDay() {
        Answer saved = save("2030-03-06", 5, count("6-8", 100), count("12-14", 50));

        assertThat(saved.text("/weekStart")).isEqualTo("2030-03-04");
        for (String day : List.of("2030-03-04", "2030-03-10")) {
            Answer need = api.get("canteen", "/school/need?week=" + day);
            assertThat(need.body()).isEqualTo(saved.body());
            assertThat(need.number("/pupils")).isEqualTo(150);
        }
        assertThat(api.get("canteen", "/school/need?week=2030-03-11").number("/pupils")).isZero();
        assertThat(api.get("canteen2", "/school/need?week=2030-03-04").number("/pupils"))
                .as("another canteen's")
                .isZero();
    }

    @Test
    void replacesWhatWasSavedBefore() {
        save("2030-04-01", 5, count("6-8", 100), count("9-11", 100));

        save("2030-04-01", 3, count("9-11", 10));

        Answer need = api.get("canteen", "/school/need?week=2030-04-01");
        assertThat(need.number("/schoolDays")).isEqualTo(3);
        assertThat(need.number("/pupils")).isEqualTo(10);
        assertThat(need.body().get("headCounts").size()).isEqualTo(1);
    }

    /** WS/T 554-2017, table 4: 100-120 g of cereals, 120-140 g of vegetables at 6 to 8. */
    @Test
    void needsWhatTheGuidelineSays() {
        JsonNode items = save("2030-05-06", 5, count("6-8", 100)).body().get("items");

        assertThat(item(items, "谷薯类").get("minGrams").asLong()).isEqualTo(50_000);
        assertThat(item(items, "谷薯类").get("maxGrams").asLong()).isEqualTo(60_000);
        assertThat(item(items, "蔬菜类").get("minGramsPerDay").asLong()).isEqualTo(12_000);
        assertThat(item(items, "盐").get("minGrams").asLong()).isEqualTo(1_000);
        assertThat(item(items, "大豆类及其制品和坚果").get("doubtful").asBoolean()).isTrue();
        assertThat(item(items, "蛋类").get("doubtful").asBoolean()).isFalse();
        assertThat(items.size()).isEqualTo(10);
    }

    @Test
    void looksAtNextWeekIfNoneIsGiven() {
        LocalDate nextMonday =
                LocalDate.now(ZoneId.of("Asia/Shanghai"))
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY));

        assertThat(api.get("canteen", "/school/need").text("/weekStart"))
                .isEqualTo(nextMonday.toString());
    }

    @Test
    void refusesAnAgeGroupThatStandsTwiceAndKeepsWhatThereWas() {
        save("2030-06-03", 5, count("6-8", 7));

        Answer refused = save("2030-06-03", 5, count("6-8", 1), count("6-8", 2));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).endsWith("age-group-twice");
        assertThat(api.get("canteen", "/school/need?week=2030-06-03").number("/pupils"))
                .isEqualTo(7);
    }

    /** Of eggs, which no other test sells: the list is as long as the nearest fifty. */
    @Test
    void namesTheNearestSuppliersFirst() {
        save("2030-11-04", 5, count("6-8", 500));
        String eggs = list(eggs(3));

        JsonNode offers = suppliers("蛋类", "2030-11-04");

        assertThat(offers.size()).isBetween(1, 50);
        List<Long> distances = new ArrayList<>();
        offers.forEach(offer -> distances.add(offer.get("distanceMetres").asLong()));
        assertThat(distances).isSorted();
        JsonNode mine = offer(offers, eggs);
        assertThat(mine.get("countyName").asString()).isEqualTo("会宁县");
        assertThat(mine.get("distanceMetres").asLong())
                .as("定西市安定区 to 会宁县, in metres")
                .isBetween(20_000L, 100_000L);
        assertThat(mine.get("suggestedQuantity").asLong())
                .as("5 boxes of 10 kg would cover the least need, 3 are left")
                .isEqualTo(3);
        assertThat(offers)
                .allSatisfy(
                        offer -> assertThat(offer.get("category").asString()).matches("egg(-.*)?"));
    }

    @Test
    void suggestsAsManyPackagesAsCoverTheLeastNeed() {
        save("2030-12-02", 5, count("6-8", 505));
        String eggs = list(eggs(1_000));

        assertThat(offer(suppliers("蛋类", "2030-12-02"), eggs).get("suggestedQuantity").asLong())
                .as("50.5 kg in boxes of 10 kg")
                .isEqualTo(6);
    }

    @Test
    void namesNobodyWhoCannotDeliverThatWeek() {
        String withdrawn = list(eggs(10));
        api.post("cooperative", "/products/" + withdrawn + "/withdrawal", Map.of());
        String soldOut = list(eggs(1));
        market.order("buyer", soldOut, 1);
        Map<String, Object> form = eggs(10);
        form.put("seasonFrom", 6);
        form.put("seasonTo", 8);
        String summer = list(form);
        form.put("name", "冬鸡蛋 " + UUID.randomUUID());
        form.put("seasonFrom", 11);
        form.put("seasonTo", 2);
        String winter = list(form);

        List<String> january = productIds(suppliers("蛋类", "2031-01-06"));
        List<String> july = productIds(suppliers("蛋类", "2031-07-07"));

        assertThat(january).contains(winter).doesNotContain(withdrawn, soldOut, summer);
        assertThat(july).contains(summer).doesNotContain(withdrawn, soldOut, winter);
    }

    private String list(Map<String, Object> form) {
        Answer listed = api.post("cooperative", "/products", form);
        assertThat(listed.status()).as(listed.body().toString()).isEqualTo(201);
        return listed.text("/id");
    }

    private static Map<String, Object> eggs(long available) {
        Map<String, Object> form = Market.form("鸡蛋 " + UUID.randomUUID(), available);
        form.put("category", "egg");
        return form;
    }

    private JsonNode suppliers(String foodGroup, String week) {
        return api.get("canteen", "/school/suppliers?foodGroup=" + foodGroup + "&week=" + week)
                .body()
                .get("items");
    }

    private Answer save(String week, int schoolDays, HeadCount... counts) {
        return api.put(
                "canteen",
                "/school/head-counts",
                Map.of("week", week, "schoolDays", schoolDays, "headCounts", List.of(counts)));
    }

    private static HeadCount count(String ageGroup, int pupils) {
        return new HeadCount(AgeGroup.of(ageGroup), pupils);
    }

    private static JsonNode item(JsonNode items, String foodGroup) {
        return items.valueStream()
                .filter(item -> item.get("foodGroup").asString().equals(foodGroup))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode offer(JsonNode offers, String product) {
        return offers.valueStream()
                .filter(offer -> offer.get("productId").asString().equals(product))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> productIds(JsonNode offers) {
        return offers.valueStream().map(offer -> offer.get("productId").asString()).toList();
    }
}
