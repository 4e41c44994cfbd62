package org.consumptionaid.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.CsvTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SearchIT extends OnIndex {
    private static final int SOME_CHOICES = 40;
    private static final String HUINING = "620422";
    private static final List<String> PROVINCES =
            CsvTable.read("divisions.csv").stream()
                    .map(row -> row.getField("province"))
                    .distinct()
                    .toList();

    @Autowired private CatalogIndex index;

    /** Though everybody is given the same kept answer. */
    @Test
    void showsEveryBuyerWhatItPays() {
        JsonNode found = search("q=会宁洋芋").body().get("items").get(0);
        String id = found.get("id").asString();
        Map<String, Object> offer = Map.of("buyerKind", "SCHOOL", "fenPerKg", 1, "minGrams", 1);
        Answer made = api.post("cooperative", "/products/" + id + "/offers", offer);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);

        String ownPrice = "/items/0/ownPrice/pricePerKgFen";
        assertThat(api.get("canteen", "/products?q=会宁洋芋").number(ownPrice)).isEqualTo(1);
        assertThat(api.get("buyer", "/products?q=会宁洋芋").body().at(ownPrice).isMissingNode())
                .isTrue();
        assertThat(api.get("", "/products?q=会宁洋芋").body().at(ownPrice).isMissingNode()).isTrue();
        made.body()
                .get("items")
                .forEach(item ->
                        api.post(
                                "cooperative",
                                "/products/"
                                        + id
                                        + "/offers/"
                                        + item.get("id").asString()
                                        + "/ending",
                                Map.of()));
        assertThat(api.get("canteen", "/products?q=会宁洋芋").body().at(ownPrice).isMissingNode())
                .isTrue();
    }

    /** Counted again by going through every document. */
    @Test
    void countsEveryFacetExactlyUnderTheChoicesOfTheOthers() {
        List<JsonNode> all = documents();
        int month = BusinessDay.of(Instant.now()).getMonthValue();
        Random random = new Random(7);
        for (int i = 0; i < SOME_CHOICES; i++) {
            Map<Facet, List<String>> chosen = choices(all, month, random);
            JsonNode found = search(address(chosen)).body();

            assertThat(found.get("total").asLong())
                    .as("total of %s", chosen)
                    .isEqualTo(matching(all, chosen, null, month).size());
            for (Facet facet : Facet.all()) {
                assertThat(shown(found, facet))
                        .as("%s under %s", facet, chosen)
                        .isEqualTo(counted(all, chosen, facet, month));
            }
        }
    }

    @Test
    void findsWhatIsBelowACategoryAndKeepsTheSiblingsOfAChoiceAtEveryLevel() {
        JsonNode everything = search("").body();
        JsonNode tubers = search("category=tuber").body();
        JsonNode potatoes = search("category=tuber-potato").body();

        Map<String, Long> below = below(tubers, "tuber");
        assertThat(below).containsKeys("tuber-potato", "tuber-sweet", "tuber-yam");
        assertThat(below(potatoes, "tuber")).isEqualTo(below);
        assertThat(below(potatoes, "")).isEqualTo(below(everything, ""));
        assertThat(below(everything, "").values().stream().mapToLong(n -> n).sum())
                .isEqualTo(everything.get("total").asLong());
        assertThat(potatoes.get("total").asLong()).isEqualTo(below.get("tuber-potato"));
        assertThat(tubers.get("total").asLong()).isEqualTo(below(everything, "").get("tuber"));
    }

    private static Map<String, Long> below(JsonNode found, String parent) {
        return found.get("facets")
                .get("category")
                .valueStream()
                .filter(value -> parent.equals(value.path("parent").asString("")))
                .collect(
                        Collectors.toMap(
                                value -> value.get("key").asString(),
                                value -> value.get("count").asLong()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "price", "distance", "newest"})
    void showsEveryProductOnceInEveryOrder(String sort) {
        String list = "category=fruit&near=" + HUINING + "&sort=" + sort;
        Set<String> seen = new HashSet<>();
        List<JsonNode> items = new ArrayList<>();
        long total;
        String cursor = "";
        do {
            JsonNode page = search(list + "&cursor=" + cursor).body();
            page.get("items").forEach(items::add);
            total = page.get("total").asLong();
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        items.forEach(item -> assertThat(seen.add(item.get("id").asString())).isTrue());

        assertThat(items).hasSize(Math.toIntExact(total));
        if (sort.equals("price") || sort.equals("distance")) {
            String field = sort.equals("price") ? "pricePerKgFen" : "distanceMetres";
            assertThat(items.stream().map(item -> item.get(field).asLong()))
                    .isSortedAccordingTo(Comparator.naturalOrder());
        }
    }

    @Test
    void startsDistancesFromTheCountyOfWhoeverIsSignedIn() {
        JsonNode first =
                api.get("cooperative", "/products?sort=distance").body().get("items").get(0);

        assertThat(first.get("countyCode").asString()).isEqualTo(HUINING);
        assertThat(first.get("distanceMetres").asLong()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"sort=distance, near", "sort=distance&near=000000, near", "sort=cheapest, sort"})
    void refusesAnOrderThatCannotBe(String query, String field) {
        Answer refused = api.get("", "/products?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/field")).isEqualTo(field);
    }

    @Test
    void takesTurnsFromDayToDayButNotDuringOne() {
        List<String> today = firstOf(20_000);

        assertThat(firstOf(20_000)).isEqualTo(today);
        assertThat(IntStream.range(20_001, 20_006).mapToObj(day -> firstOf(day).getFirst()))
                .anyMatch(name -> !name.equals(today.getFirst()));
        assertThat(firstOf(20_001)).allMatch(name -> name.contains("苹果"));
    }

    @Test
    void staysInTheOrderOfTheDayOnWhichAListWasBegun() {
        Cursor after =
                index(
                                new ProductQuery(
                                        "苹果",
                                        Map.of(),
                                        ProductSort.RELEVANCE,
                                        null,
                                        null,
                                        20_000,
                                        false))
                        .next();

        ProductQuery next =
                new SearchParameters(
                                "苹果",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Objects.requireNonNull(after).text())
                        .query(20_001);

        assertThat(next.lot()).isEqualTo(20_000);
    }

    @Test
    void saysWhyInWords() {
        JsonNode first = search("q=洋芋&explain=true").body().get("items").get(0);

        assertThat(first.get("reasons").valueStream().map(JsonNode::asString))
                .contains("名称里有“洋芋”", "名称以“洋芋”结尾")
                .anyMatch(reason -> reason.contains("轮换"));
        assertThat(search("q=洋芋").body().get("items").get(0).has("reasons")).isFalse();
        assertThat(reasons("q=yangyu")).contains("读音是 yang yu");
        assertThat(reasons("q=猕侯桃")).contains("名称与您输入的只差一个字");
        assertThat(reasons("sort=price")).containsExactly("按每公斤价格从低到高");
    }

    @ParameterizedTest
    @CsvSource({"平果, 苹果", "蜂密, 蜂蜜", "何桃, 核桃", "猕侯桃, 猕猴桃"})
    void forgivesTheWrongCharacterAndSaysSo(String typed, String meant) {
        JsonNode found = search("q=" + typed).body();

        assertThat(found.get("fallback").asBoolean()).isTrue();
        assertThat(found.get("items").get(0).get("name").asString()).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "昭通苹, PRODUCT, 昭通苹果",
        "ztpg, PRODUCT, 昭通苹果",
        "zhaotongpin, PRODUCT, 昭通苹果",
        "huining, COUNTY, 会宁县",
        "hn, COUNTY, 会宁县",
        "会宁, COUNTY, 会宁县",
        "食用, CATEGORY, 食用菌",
        "shuig, CATEGORY, 水果",
        "jiangc, CATEGORY, 酱醋"
    })
    void suggestsWhatSomebodyIsAboutToType(String typed, String kind, String text) {
        JsonNode items = api.get("", "/products/suggestions?q=" + typed).body().get("items");

        assertThat(items.size()).isLessThanOrEqualTo(10);
        assertThat(items.valueStream())
                .anySatisfy(item -> {
                    assertThat(item.get("kind").asString()).isEqualTo(kind);
                    assertThat(item.get("text").asString()).isEqualTo(text);
                });
    }

    @Test
    void suggestsNothingForNothing() {
        assertThat(api.get("", "/products/suggestions?q=%20").body().get("items").size()).isZero();
        assertThat(api.get("", "/products/suggestions?q=" + "薯".repeat(101)).status())
                .isEqualTo(400);
    }

    private List<String> firstOf(long day) {
        return index(
                        new ProductQuery(
                                "苹果", Map.of(), ProductSort.RELEVANCE, null, null, day, false))
                .items()
                .stream()
                .map(item -> item.document().name())
                .toList();
    }

    private Found index(ProductQuery query) {
        return Objects.requireNonNull(index.search(query, Instant.now(), 10).block());
    }

    private List<String> reasons(String query) {
        return search(query + "&explain=true")
                .body()
                .get("items")
                .get(0)
                .get("reasons")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static Map<Facet, List<String>> choices(List<JsonNode> all, int month, Random random) {
        Map<Facet, List<String>> chosen = new HashMap<>();
        for (Facet facet : Facet.all()) {
            if (random.nextInt(3) == 0) {
                List<String> some = new ArrayList<>();
                for (int i = 0; i <= random.nextInt(2); i++) {
                    List<String> keys =
                            List.copyOf(keys(all.get(random.nextInt(all.size())), facet, month));
                    if (!keys.isEmpty()) {
                        some.add(
                                facet == Facet.DELIVERY
                                        ? "甘肃省"
                                        : keys.get(random.nextInt(keys.size())));
                    }
                }
                if (!some.isEmpty()) {
                    chosen.put(facet, some.stream().distinct().toList());
                }
            }
        }
        return chosen;
    }

    private static String address(Map<Facet, List<String>> chosen) {
        return chosen.entrySet().stream()
                .flatMap(choice ->
                        choice.getValue().stream()
                                .map(key -> choice.getKey().parameter() + "=" + key))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, Long> shown(JsonNode found, Facet facet) {
        return found.get("facets")
                .get(facet.parameter())
                .valueStream()
                .filter(value -> value.get("count").asLong() > 0)
                .collect(
                        Collectors.toMap(
                                value -> value.get("key").asString(),
                                value -> value.get("count").asLong()));
    }

    private static Map<String, Long> counted(
            List<JsonNode> all, Map<Facet, List<String>> chosen, Facet facet, int month) {
        return matching(all, chosen, facet, month).stream()
                .flatMap(document -> keys(document, facet, month).stream())
                .filter(key -> facet != Facet.CATEGORY || isOpen(all, chosen, key))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Whether a category is at the top, or belongs to a chosen one or to one above it. */
    private static boolean isOpen(
            List<JsonNode> all, Map<Facet, List<String>> chosen, String category) {
        List<List<String>> paths =
                all.stream()
                        .map(document -> texts(document.get("categoryPath")).toList())
                        .distinct()
                        .toList();
        List<String> own =
                paths.stream().filter(path -> path.contains(category)).findFirst().orElseThrow();
        int depth = own.indexOf(category);
        return depth == 0
                || paths.stream()
                        .filter(path -> path.contains(own.get(depth - 1)))
                        .flatMap(path -> path.stream().skip(depth - 1))
                        .anyMatch(chosen.getOrDefault(Facet.CATEGORY, List.of())::contains);
    }

    private static List<JsonNode> matching(
            List<JsonNode> all, Map<Facet, List<String>> chosen, @Nullable Facet but, int month) {
        return all.stream()
                .filter(document ->
                        chosen.entrySet().stream()
                                .filter(choice -> choice.getKey() != but)
                                .allMatch(choice ->
                                        keys(document, choice.getKey(), month).stream()
                                                .anyMatch(choice.getValue()::contains)))
                .toList();
    }

    private static Collection<String> keys(JsonNode document, Facet facet, int month) {
        return switch (facet) {
            case COUNTY -> List.of(document.get("countyCode").asString());
            case PROVINCE -> List.of(document.get("province").asString());
            case CATEGORY -> texts(document.get("categoryPath")).toList();
            case CERTIFICATE -> texts(document.get("certificateKinds")).toList();
            case PRICE_BAND -> List.of(band(document.get("pricePerKgFen").asLong()));
            case SEASON ->
                    document.get("seasonMonths").valueStream().anyMatch(m -> m.asInt() == month)
                            ? List.of("now")
                            : List.of();
            case DELIVERY ->
                    texts(document.get("deliveryProvinces")).anyMatch("*"::equals)
                            ? PROVINCES
                            : texts(document.get("deliveryProvinces")).toList();
        };
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString);
    }

    private static String band(long fen) {
        for (PriceBand band : PriceBand.ALL) {
            Long below = band.belowFen();
            if (fen >= band.fromFen() && (below == null || fen < below)) {
                return band.key();
            }
        }
        throw new IllegalArgumentException("no band for " + fen);
    }
}
