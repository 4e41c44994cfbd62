package org.consumptionaid.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consumptionaid.acceptance.Api.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContractIT {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Api api = new Api(SharedStack.STACK.apiUrl());

    @Test
    void findsHuiningsPotatoesByTheirLocalName() {
        JsonNode found = search("q=洋芋").body();

        assertThat(found.get("items").valueStream())
                .anySatisfy(product ->
                        assertThat(product.get("countyName").asString()).isEqualTo("会宁县"));
    }

    @Test
    void findsPotatoesByEveryNameTheLiteralOnesFirst() {
        List<String> names = names(search("q=土豆"));

        assertThat(names.subList(0, 5)).allMatch(name -> name.contains("土豆"));
        assertThat(search("q=土豆").body().get("total").asLong())
                .isEqualTo(search("q=马铃薯").body().get("total").asLong());
        assertThat(names(search("q=会宁土豆"))).first().isEqualTo("会宁洋芋");
    }

    @Test
    void findsByPinyinAndByInitials() {
        assertThat(names(search("q=zhaotongpingguo"))).containsExactly("昭通苹果");
        assertThat(names(search("q=ztpg"))).containsExactly("昭通苹果");
        assertThat(names(search("q=hetao"))).allMatch(name -> name.contains("核桃"));
    }

    @Test
    void putsThePackageThatIsAskedForFirst() {
        for (String words : List.of("苹果5公斤", "5kg苹果", "苹果 10斤")) {
            JsonNode first = search("q=" + words).body().get("items").get(0);

            assertThat(first.get("name").asString()).contains("苹果");
            assertThat(first.get("netWeightGrams").asLong()).isEqualTo(5_000);
        }
    }

    @Test
    void forgivesOneWrongCharacterAndSaysSo() {
        JsonNode right = search("q=猕猴桃").body();
        JsonNode wrong = search("q=猕侯桃").body();

        assertThat(right.get("fallback").asBoolean()).isFalse();
        assertThat(right.has("notice")).isFalse();
        assertThat(wrong.get("fallback").asBoolean()).isTrue();
        assertThat(wrong.get("notice").asString()).isNotBlank();
        assertThat(wrong.get("items").get(0).get("name").asString()).contains("猕猴桃");
    }

    @Test
    void findsNothingForACodeThatNobodyHas() {
        JsonNode nothing = search("q=Z00000000").body();

        assertThat(nothing.get("total").asLong()).isZero();
        assertThat(nothing.get("fallback").asBoolean()).isFalse();
    }

    @Test
    void countsFacetsExactlyAndKeepsTheSiblingsOfAChoice() {
        JsonNode all = search("q=茶").body();
        JsonNode largest = all.get("facets").get("county").get(0);
        JsonNode narrowed = search("q=茶&county=" + largest.get("key").asString()).body();

        assertThat(sum(all.get("facets").get("county"))).isEqualTo(all.get("total").asLong());
        assertThat(sum(all.get("facets").get("category"))).isEqualTo(all.get("total").asLong());
        assertThat(narrowed.get("total").asLong()).isEqualTo(largest.get("count").asLong());
        assertThat(narrowed.get("facets").get("county")).isEqualTo(all.get("facets").get("county"));
    }

    @Test
    void pagesThroughAllResultsWithoutRepeatingOne() {
        Set<String> seen = new HashSet<>();
        String cursor = "";
        long total;
        do {
            JsonNode page = search("category=tea&sort=price&cursor=" + cursor).body();
            page.get("items")
                    .forEach(
                            product -> assertThat(seen.add(product.get("id").asString())).isTrue());
            total = page.get("total").asLong();
            cursor = page.has("next") ? page.get("next").asString() : "";
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(Math.toIntExact(total));
    }

    @Test
    void seedsThreeHundredProductsOfTwoHundredCountiesInTwelveCategories() {
        JsonNode everything = search("").body();

        assertThat(everything.get("total").asLong()).isGreaterThanOrEqualTo(300);
        assertThat(everything.get("facets").get("county").size()).isGreaterThanOrEqualTo(200);
        assertThat(everything.get("facets").get("category").size()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void showsAListedEditedAndWithdrawnProductWithinTwoSeconds() {
        String word = "验收" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> form =
                new HashMap<>(
                        Map.of(
                                "name", "会宁" + word,
                                "category", "tuber",
                                "unit", "箱",
                                "netWeightGrams", 10_000,
                                "priceFen", 3_680,
                                "seasonFrom", 1,
                                "seasonTo", 12,
                                "available", 40));
        Answer listed = api.post("cooperative", "/products", form);
        String id = listed.body().get("id").asString();
        await().atMost(FRESH).until(() -> totalOf(word) == 1);

        api.post("cooperative", "/products/" + id + "/withdrawal", Map.of());
        await().atMost(FRESH).until(() -> totalOf(word) == 0);
    }

    @Test
    void findsProduceByTheTownshipItIsFrom() {
        String word = UUID.randomUUID().toString().substring(0, 6);
        Map<String, Object> form =
                new HashMap<>(
                        Map.of(
                                "name", "会宁洋芋" + word,
                                "category", "tuber-potato",
                                "unit", "箱",
                                "netWeightGrams", 10_000,
                                "priceFen", 3_680,
                                "seasonFrom", 1,
                                "seasonTo", 12,
                                "available", 40));
        form.put("township", "丁家沟镇");

        String id = api.post("cooperative", "/products", form).body().get("id").asString();

        await().atMost(FRESH).until(() -> ids("丁家沟").contains(id));
        assertThat(ids("丁家沟洋芋")).contains(id);
        api.post("cooperative", "/products/" + id + "/withdrawal", Map.of());
    }

    private List<String> ids(String q) {
        return search("q=" + q)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    @Test
    void letsAnyoneCheckTheCertificateOfAProduct() {
        String number =
                search("q=洋芋").body().get("items").get(0).get("certificateNumber").asString();

        Answer certificate = api.get("", "/certificates/" + number);

        assertThat(certificate.status()).isEqualTo(200);
        assertThat(certificate.body().get("state").asString()).isEqualTo("IN_FORCE");
    }

    @Test
    void takesAnOrderThroughToTheLedger() {
        String product = search("q=会宁洋芋").body().get("items").get(0).get("id").asString();
        Map<String, Object> line = Map.of("productId", product, "quantity", 2);
        JsonNode order =
                api.post("buyer", "/orders", Map.of("lines", List.of(line)))
                        .body()
                        .get("orders")
                        .get(0);

        assertThat(order.get("number").asString()).matches("D[0-9]{8,}");
        assertThat(order.get("state").asString()).isEqualTo("PLACED");
        assertThat(
                        api.get("buyer", "/ledger/entries?order=" + order.get("id").asString())
                                .body()
                                .get("items")
                                .size())
                .isZero();
    }

    @Test
    void describesItselfAsOpenApi31() {
        JsonNode description = api.get("", "/openapi.json").body();

        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("paths").has("/orders")).isTrue();
    }

    private long totalOf(String word) {
        return search("q=" + word).body().get("total").asLong();
    }

    private Answer search(String query) {
        StringBuilder encoded = new StringBuilder("/products?");
        for (String part : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2) {
                encoded.append(pair[0])
                        .append('=')
                        .append(URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return api.get("", encoded.toString());
    }

    private static List<String> names(Answer found) {
        return found.body()
                .get("items")
                .valueStream()
                .map(product -> product.get("name").asString())
                .toList();
    }

    private static long sum(JsonNode facet) {
        return facet.valueStream().mapToLong(value -> value.get("count").asLong()).sum();
    }
}
