package org.consumptionaid.marketplace.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MarketplaceTest
class MenuIT {
    @Autowired private Requests api;

    @Test
    void aWeeksMenuIsKeptJudgedAndCopied() {
        counts("2031-03-03", 100);
        Answer set = day("2031-03-03", "steamed-rice", "tomato-egg", "stir-cabbage");

        assertThat(set.status()).as("%s", set.body()).isEqualTo(200);
        assertThat(names(set, 0)).containsExactly("米饭", "番茄炒鸡蛋", "手撕包菜");
        assertThat(set.body().get("averages")).as("of the age group that is counted").hasSize(1);
        assertThat(kinds(set)).contains("ENERGY_LOW", "NO_LIVER");

        Answer replaced = day("2031-03-03", "rice-millet");
        assertThat(names(replaced, 0)).containsExactly("二米饭");
        counts("2031-03-10", 100);
        Answer copied =
                api.put(
                        "canteen",
                        "/school/menu",
                        Map.of("week", "2031-03-12", "from", "2031-03-05"));
        assertThat(copied.text("/weekStart")).isEqualTo("2031-03-10");
        assertThat(names(copied, 0)).containsExactly("二米饭");
        assertThat(api.get("canteen2", "/school/menu?week=2031-03-10").body().get("days"))
                .as("another canteen's")
                .allSatisfy(day -> assertThat(day.get("dishes")).isEmpty());
        Answer nothing =
                api.put(
                        "canteen",
                        "/school/menu",
                        Map.of("week", "2031-03-10", "from", "2001-01-01"));
        assertThat(nothing.text("/type")).endsWith("no-menu-to-copy");
        assertThat(names(api.get("canteen", "/school/menu?week=2031-03-10"), 0))
                .as("nothing was changed")
                .containsExactly("二米饭");
        assertThat(names(day("2031-03-10"), 0)).as("an empty day").isEmpty();
        day("2031-03-11", "steamed-rice", "tomato-egg");
        api.put(
                "canteen",
                "/school/head-counts",
                Map.of("week", "2031-03-10", "schoolDays", 1, "headCounts", List.of()));
        assertThat(day("2031-03-11", "tomato-egg").status())
                .as("no school day any more: dishes can be taken away")
                .isEqualTo(200);
        assertThat(day("2031-03-11", "tomato-egg", "rice-millet").text("/type"))
                .endsWith("no-school-day");
    }

    @Test
    void whatMayNotBeServedIsRefusedInWordsAndChangesNothing() {
        counts("2031-04-07", 10);
        day("2031-04-07", "steamed-rice");

        refused("unknown-dish", "steamed-rice", "no-such-dish");
        refused("dish-twice", "tomato-egg", "tomato-egg");
        Answer beans = refused("banned-ingredient", code("干煸四季豆"));
        assertThat(beans.text("/detail")).contains("干煸四季豆").contains("四季豆");
        refused("banned-cold-dish", code("凉拌黄瓜"));
        assertThat(day("2031-04-12", "steamed-rice").text("/type"))
                .as("a Saturday")
                .endsWith("no-school-day");
        assertThat(names(api.get("canteen", "/school/menu?week=2031-04-07"), 0))
                .containsExactly("米饭");
    }

    private Answer refused(String code, String... dishes) {
        Answer answer = day("2031-04-07", dishes);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/type")).endsWith(code);
        return answer;
    }

    @Test
    void demandIsWhatTheMenuNeedsLessWhatIsInTheStoreRoom() {
        counts("2031-05-05", 100);
        day("2031-05-05", "sour-potato-shreds");

        assertThat(
                        potatoes(api.get("canteen", "/school/demand?week=2031-05-05"))
                                .get("grams")
                                .asLong())
                .as("100 pupils, 75 g, 8 % peel")
                .isEqualTo(8_153);
        Answer counted = stored("potato", 8_000);
        assertThat(potatoes(counted).get("missingGrams").asLong()).isEqualTo(153);
        assertThat(counted.number("/daysWithoutMenu")).isEqualTo(4);
        JsonNode offers =
                api.get("canteen", "/school/demand/potato/suppliers?week=2031-05-05")
                        .body()
                        .get("items");
        assertThat(offers)
                .isNotEmpty()
                .allSatisfy(offer -> {
                    assertThat(offer.get("category").asString()).isEqualTo("tuber-potato");
                    assertThat(offer.get("suggestedQuantity").asLong()).isEqualTo(1);
                });
        assertThat(potatoes(stored("potato", 0)).get("missingGrams").asLong()).isEqualTo(8_153);
        Answer unknown = stored("no-such-thing", 1);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("/type")).endsWith("unknown-ingredient");
        assertThat(api.get("canteen", "/school/demand/no-such-thing/suppliers").text("/type"))
                .endsWith("unknown-ingredient");
    }

    @Test
    void theMenuIsASheetInTheFormCanteensHangOut() throws IOException {
        counts("2031-06-02", 100);
        day("2031-06-02", "steamed-rice", "tomato-egg");

        byte[] file = api.download("canteen", "/school/menu.xlsx?week=2031-06-02");

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(4)).isEqualTo("原料");
            Row rice = rows.get(1);
            assertThat(rice.getCellText(0)).isEqualTo("2031-06-02");
            assertThat(rice.getCellText(2)).isEqualTo("米饭");
            assertThat(rice.getCellText(4)).isEqualTo("大米");
            assertThat(rice.getCellText(6)).isEqualTo("蒸");
            assertThat(rows).hasSizeGreaterThan(5);
        }
    }

    private Answer day(String day, String... dishes) {
        return api.put("canteen", "/school/menu/days/" + day, Map.of("dishes", List.of(dishes)));
    }

    private Answer stored(String ingredient, long grams) {
        return api.put(
                "canteen",
                "/school/store-room",
                Map.of(
                        "week",
                        "2031-05-05",
                        "items",
                        List.of(Map.of("ingredient", ingredient, "grams", grams))));
    }

    private void counts(String week, int pupils) {
        Answer saved =
                api.put(
                        "canteen",
                        "/school/head-counts",
                        Map.of(
                                "week",
                                week,
                                "schoolDays",
                                5,
                                "headCounts",
                                List.of(Map.of("ageGroup", "9-11", "pupils", pupils))));
        assertThat(saved.status()).isEqualTo(200);
    }

    private String code(String name) {
        return api.get("canteen", "/school/dishes")
                .body()
                .get("items")
                .valueStream()
                .filter(dish -> dish.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("code")
                .asString();
    }

    private static JsonNode potatoes(Answer demand) {
        return demand.body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("ingredient").asString().equals("potato"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Answer menu, int day) {
        return menu.body()
                .get("days")
                .get(day)
                .get("dishes")
                .valueStream()
                .map(dish -> dish.get("name").asString())
                .toList();
    }

    private static List<String> kinds(Answer menu) {
        return menu.body()
                .get("deviations")
                .valueStream()
                .map(one -> one.get("kind").asString())
                .toList();
    }
}
