package org.consumptionaid.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;

/** Whatever a caller sends, the answer is a problem that says so, and nothing is left behind. */
@MarketplaceTest
class BadInputIT {
    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";

    @Autowired private Requests api;

    @Autowired private Market market;

    @Value("${marketplace.token-secret}")
    private String secret;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "\"lines\"",
                "{}",
                "{\"lines\":null}",
                "{\"lines\":[]}",
                "{\"lines\":{}}",
                "{\"lines\":[null]}",
                "{\"lines\":[{}]}",
                "{\"lines\":[{\"productId\":\"@\"}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":null}]}",
                "{\"lines\":[{\"productId\":\"potatoes\",\"quantity\":1}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":0}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":-1}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":100001}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":9223372036854775807}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":9223372036854775808}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1e400}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1.5}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":\"many\"}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":true}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":[1]}]}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}],\"terms\":\"NEVER\"}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}],\"terms\":\"goods_first\"}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}],\"terms\":1}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}],\"deliverOn\":\"soon\"}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}],\"deliverOn\":\"2026-02-30\"}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}],\"deliverOn\":20260230}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}],\"deliverOn\":\"+999999999-12-31\"}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}],\"deliverOn\":\"-9999-01-01\"}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}],\"note\":\"\\u0000\"}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}],\"note\":\"九点\\ud83c\"}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}],\"deliverTo\":\"甲\\u0000\"}",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}]",
                "{\"lines\":[{\"productId\":\"@\",\"quantity\":1}]}}",
                "<order/>"
            })
    void refusesAnOrderThatCannotBeRead(String body) {
        String product = market.list("cooperative", 10);

        Answer refused = api.post("buyer", "/orders", body.replace("@", product));

        assertProblem(refused, 400);
        assertThat(available(product)).isEqualTo(10);
    }

    @Test
    void refusesTheSameProductInTwoLines() {
        String product = market.list("cooperative", 10);

        Answer refused =
                api.post(
                        "buyer",
                        "/orders",
                        Map.of("lines", List.of(Market.line(product, 1), Market.line(product, 1))));

        assertProblem(refused, 422, "product-twice");
        assertThat(available(product)).isEqualTo(10);
    }

    @Test
    void refusesAnOrderOfSomethingUnknownAndTakesNothingElse() {
        String product = market.list("cooperative", 10);

        Answer refused =
                api.post(
                        "buyer",
                        "/orders",
                        Map.of("lines", List.of(Market.line(product, 1), Market.line(UNKNOWN, 1))));

        assertProblem(refused, 404, "not-found");
        assertThat(available(product)).isEqualTo(10);
    }

    @Test
    void refusesMoreLinesThanAnOrderMayHave() {
        List<Map<String, Object>> lines =
                IntStream.range(0, 201)
                        .mapToObj(_ -> Market.line(UUID.randomUUID().toString(), 1))
                        .toList();

        assertProblem(api.post("buyer", "/orders", Map.of("lines", lines)), 400, "invalid-input");
    }

    @Test
    void countsTheDearestOrderThereMayBeWithoutOverflow() {
        Map<String, Object> form = Market.form("人参 " + UUID.randomUUID(), 1_000_000_000);
        form.put("priceFen", 100_000_000);
        form.put("netWeightGrams", 100_000);
        String product = api.post("cooperative", "/products", form).text("/id");

        String order = market.order("buyer", product, 100_000);

        Answer placed = api.get("buyer", "/orders/" + order);
        assertThat(placed.number("/totalFen")).isEqualTo(10_000_000_000_000L);
        assertThat(placed.number("/lines/0/orderedGrams")).isEqualTo(10_000_000_000L);
        market.ship("cooperative", order);
        market.accept("buyer", order, 9_999_999_999L);
        assertThat(api.get("buyer", "/orders/" + order).number("/acceptedFen"))
                .isEqualTo(9_999_999_999_000L);
    }

    @Test
    void givesPackagesBackEvenToAFullShelf() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 1_000_000_000);
        Answer listed = api.post("cooperative", "/products", form);
        String product = listed.text("/id");
        String order = market.order("buyer", product, 10);
        String read = api.get("", "/products/" + product).etag();
        assertThat(
                        api.put("cooperative", "/products/" + product, String.valueOf(read), form)
                                .status())
                .isEqualTo(200);

        market.step("buyer", order, "cancellation", Map.of("reason", "重复"));

        assertThat(market.state(order)).isEqualTo("CANCELLED");
        assertThat(available(product)).isEqualTo(1_000_000_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name           | \"\"",
                "name           | \"  \"",
                "name           | null",
                "name           | \"洋\\u0000芋\"",
                "name           | \"洋\\ud800芋\"",
                "variety        | \"\\u0000\"",
                "grade          | \"\\u0000\"",
                "description    | \"\\u0000\"",
                "unit           | \"\\u0000\"",
                "unit           | \"一二三四五六七八九\"",
                "category       | \"\\u0000\"",
                "category       | \"\\ud800\"",
                "category       | []",
                "netWeightGrams | 0",
                "netWeightGrams | -10000",
                "netWeightGrams | 1000001",
                "netWeightGrams | 0.5",
                "priceFen       | 0",
                "priceFen       | 36.80",
                "priceFen       | 3680.0",
                "priceFen       | 100000001",
                "priceFen       | 9223372036854775808",
                "seasonFrom     | 0",
                "seasonTo       | 13",
                "seasonTo       | 4294967297",
                "shelfLifeDays  | 0",
                "shelfLifeDays  | 3651",
                "shelfLifeDays  | \"soon\"",
                "township       | \"\\u0000\"",
                "available      | -1",
                "available      | 1000000001",
                "available      | \"\""
            })
    void refusesAProductThatCannotBe(String field, String json) {
        long before = ownProducts();
        Answer refused = api.post("cooperative", "/products", withField(field, json));

        assertProblem(refused, 400);
        assertThat(ownProducts()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "name, 61",
        "variety, 41",
        "grade, 21",
        "description, 2001",
        "category, 21",
        "packaging, 41",
        "storage, 101",
        "township, 41"
    })
    void namesTheFieldThatIsTooLong(String field, int length) {
        Map<String, Object> form = Market.form("洋芋", 10);
        form.put(field, "长".repeat(length));

        Answer refused = api.post("cooperative", "/products", form);

        assertProblem(refused, 400, "invalid-input");
        assertThat(refused.text("/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void keepsEmojiAndRareCharacters() {
        String name = "🥔洋芋𰻝 <b>&\"' " + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> form = Market.form(name, 10);
        form.put("description", "🥔".repeat(1_000));

        Answer listed = api.post("cooperative", "/products", form);

        assertThat(listed.status()).isEqualTo(201);
        assertThat(listed.text("/name")).isEqualTo(name);
        assertThat(listed.text("/description")).isEqualTo("🥔".repeat(1_000));
    }

    @Test
    void knowsNoCategoryThatIsNotOnTheList() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        form.put("category", "weapons");

        Answer refused = api.post("cooperative", "/products", form);

        assertProblem(refused, 422, "unknown-category");
        assertThat(refused.text("/field")).isEqualTo("category");
        assertThat(refused.text("/detail")).contains("weapons");
    }

    @Test
    void editsNothingWithoutTheVersionThatWasRead() {
        String product = market.list("cooperative", 10);
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        String path = "/products/" + product;

        assertProblem(api.put("cooperative", path, form), 428, "version-missing");
        assertProblem(api.put("cooperative", path, "\"1\"", form), 400, "version-invalid");
        assertProblem(api.put("cooperative", path, "*", form), 400, "version-invalid");
        assertProblem(api.put("cooperative", path, "\"2-1\"", form), 412, "stale-version");
        assertThat(api.get("", path).text("/version")).isEqualTo("1-1");
    }

    @Test
    void doesNotSetAStockThatOrdersHaveChangedSince() {
        String product = market.list("cooperative", 10);
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 12);
        market.order("buyer", product, 3);

        Answer refused = api.put("cooperative", "/products/" + product, "\"1-1\"", form);

        assertProblem(refused, 412, "stale-version");
        assertThat(available(product)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmation", "refusal", "cancellation", "shipment", "invoice"})
    void takesNoStepWithoutAKey(String step) {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        String who =
                switch (step) {
                    case "cancellation" -> "buyer";
                    default -> "cooperative";
                };

        Answer refused =
                api.send(
                        who,
                        HttpMethod.POST,
                        "/orders/" + order + "/" + step,
                        Map.of(),
                        step.equals("invoice") ? invoice() : Map.of("reason", "缺货"));

        assertProblem(refused, 400, "idempotency-key-missing");
        assertThat(market.state(order)).isEqualTo("PLACED");
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

    @Test
    void takesNoKeyOfMoreThan200Characters() {
        String product = market.list("cooperative", 10);
        Map<String, Object> order = Map.of("lines", List.of(Market.line(product, 1)));

        assertProblem(
                api.post("buyer", "/orders", "k".repeat(201), order),
                400,
                "idempotency-key-invalid");
        assertProblem(api.post("buyer", "/orders", "", order), 400, "idempotency-key-missing");
        assertThat(available(product)).isEqualTo(10);
        assertThat(api.post("buyer", "/orders", "k".repeat(200), order).status()).isEqualTo(201);
    }

    /** One person's keys are one space: the operation is part of the input. */
    @Test
    void takesAKeyForOneOperationOnly() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        String key = UUID.randomUUID().toString();
        String path = "/orders/" + order;
        assertThat(api.post("cooperative", path + "/confirmation", key, Map.of()).status())
                .isEqualTo(200);

        Answer reused = api.post("cooperative", path + "/shipment", key, Map.of());

        assertProblem(reused, 422, "idempotency-key-reused");
        assertThat(market.state(order)).isEqualTo("CONFIRMED");
    }

    @Test
    void letsNobodyInWithATokenThatIsNotOursOrNotNow() throws JOSEException {
        Instant now = Instant.now();
        JWTClaimsSet valid = claims(now.plusSeconds(60));

        assertThat(withToken(signed(valid, secret)).status()).isEqualTo(200);
        assertNotSignedIn(withToken(signed(claims(now.minusSeconds(1)), secret)));
        assertNotSignedIn(withToken(signed(valid, secret.replace("only", "0nly"))));
        assertNotSignedIn(withToken(new PlainJWT(valid).serialize()));
        assertNotSignedIn(withToken("demo"));
        assertNotSignedIn(withToken(""));
        String token = signed(valid, secret);
        assertNotSignedIn(withToken(token.substring(0, token.length() - 3)));
        JWTClaimsSet foreign = new JWTClaimsSet.Builder(valid).issuer("somebody-else").build();
        assertNotSignedIn(withToken(signed(foreign, secret)));
    }

    @Test
    void letsNobodyInWhoseTokenDoesNotSayWhoTheyAre() throws JOSEException {
        JWTClaimsSet valid = claims(Instant.now().plusSeconds(60));
        for (String claim : List.of("sub", "org", "role")) {
            JWTClaimsSet without = new JWTClaimsSet.Builder(valid).claim(claim, null).build();
            assertNotSignedIn(withToken(signed(without, secret)));
            JWTClaimsSet nonsense = new JWTClaimsSet.Builder(valid).claim(claim, "root").build();
            assertNotSignedIn(withToken(signed(nonsense, secret)));
        }
    }

    @Test
    void saysInTheAnswerThatATokenIsWanted() {
        Answer refused = api.get("", "/me");

        assertProblem(refused, 401, "not-signed-in");
    }

    @ParameterizedTest
    @CsvSource({
        "buyer, /orders?cursor=next",
        "buyer, /orders?cursor=1",
        "buyer, /orders?state=LOST",
        "buyer, /orders?state=placed",
        "buyer, /orders/1",
        "buyer, /orders/potatoes",
        "buyer, /payments",
        "buyer, /payments?order=potatoes",
        "buyer, /ledger/entries?order=",
        "cooperative, /cooperative/products?cursor=x",
        "'', /products/potatoes",
        "'', /products?sort=cheapest",
        "'', /products?cursor=x",
        "'', /certificates/Z1",
        "canteen, /school/need?week=soon",
        "canteen, /school/need?week=2026-02-30",
        "canteen, /school/need?week=%2B999999999-12-31",
        "canteen, /school/need?week=-999999999-01-01",
        "canteen, /school/suppliers",
        "canteen, /school/suppliers?foodGroup=weapons"
    })
    void refusesAQueryThatCannotBeRead(String who, String path) {
        assertProblem(api.get(who, path.replace("%2B", "+")), 400);
    }

    @Test
    void refusesAQueryThatIsTooLongOrTooWide() {
        assertProblem(api.get("", "/products?q=" + "薯".repeat(101)), 400, "query-too-long");
        assertProblem(api.get("", "/products?county=" + "1,".repeat(101)), 400, "too-many-choices");
    }

    @ParameterizedTest
    @CsvSource({
        "buyer, /orders/@",
        "buyer, /payments?order=@",
        "buyer, /ledger/entries?order=@",
        "'', /products/@",
        "'', /certificates/Z99999997"
    })
    void findsNothingWhereNothingIs(String who, String path) {
        assertProblem(api.get(who, path.replace("@", UNKNOWN)), 404, "not-found");
    }

    @Test
    void showsNoOrderOfAnotherOrganisation() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);

        Answer others = api.get("buyer2", "/orders/" + order);
        Answer nothing = api.get("buyer2", "/orders/" + UNKNOWN);

        assertProblem(others, 404, "not-found");
        assertThat(others.text("/detail")).isEqualTo(nothing.text("/detail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void readsNothingButJson(String type) {
        Answer refused =
                api.send(
                        "buyer",
                        HttpMethod.POST,
                        "/orders",
                        Map.of("Idempotency-Key", "k", "Content-Type", type),
                        "a=b");

        assertProblem(refused, 415, "not-acceptable");
    }

    @Test
    void answersNothingButJson() {
        Answer refused =
                api.send(
                        "buyer",
                        HttpMethod.GET,
                        "/orders",
                        Map.of("Accept", "application/xml"),
                        null);

        assertProblem(refused, 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(ints = {600_000, 5_000_000})
    void readsNoMoreThanHalfAMegabyte(int characters) {
        Answer refused =
                api.post("cooperative", "/products", Map.of("description", "x".repeat(characters)));

        assertProblem(refused, 413, "too-large");
    }

    @Test
    void readsNoJsonOfATowersDepth() {
        Answer refused = api.post("buyer", "/orders", "{\"lines\":" + "[".repeat(20_000));

        assertProblem(refused, 400, "unreadable-input");
    }

    @Test
    void paysNoAmountThatCannotBe() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        market.accept("buyer", order, 10_000);
        for (String amount :
                List.of(
                        "0",
                        "-1",
                        "1.5",
                        "36.80",
                        "9223372036854775807",
                        "9223372036854775808",
                        "null",
                        "\"all\"")) {
            String body =
                    "{\"amountFen\":"
                            + amount
                            + ",\"payerName\":\"甲\",\"bankReference\":\""
                            + UUID.randomUUID()
                            + "\"}";
            assertProblem(api.post("operator", "/orders/" + order + "/remittances", body), 400);
            assertProblem(api.post("operator", "/orders/" + order + "/refunds", body), 400);
        }
        assertThat(api.get("buyer", "/payments?order=" + order).body().get("items")).isEmpty();
    }

    @Test
    void acceptsNoWeightThatCannotBe() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        for (String grams : List.of("-1", "9600.5", "100000000001", "null", "\"\"")) {
            String body = "{\"lines\":[{\"line\":1,\"acceptedGrams\":" + grams + "}]}";
            assertProblem(api.post("buyer", "/orders/" + order + "/acceptance", body), 400);
        }
        String more = "{\"lines\":[{\"line\":1,\"acceptedGrams\":10001}]}";
        assertProblem(
                api.post("buyer", "/orders/" + order + "/acceptance", more),
                422,
                "more-than-shipped");
        assertThat(market.state(order)).isEqualTo("SHIPPED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schoolDays\":8,\"headCounts\":[]}",
                "{\"schoolDays\":-1,\"headCounts\":[]}",
                "{\"headCounts\":[]}",
                "{\"schoolDays\":5}",
                "{\"schoolDays\":5,\"headCounts\":[{\"ageGroup\":\"5-99\",\"pupils\":1}]}",
                "{\"schoolDays\":5,\"headCounts\":[{\"ageGroup\":\"AGE_6_8\",\"pupils\":1}]}",
                "{\"schoolDays\":5,\"headCounts\":[{\"ageGroup\":\"6-8\",\"pupils\":-1}]}",
                "{\"schoolDays\":5,\"headCounts\":[{\"ageGroup\":\"6-8\",\"pupils\":20001}]}",
                "{\"schoolDays\":5,\"headCounts\":[{\"pupils\":1}]}",
                "{\"week\":\"+999999999-12-31\",\"schoolDays\":5,\"headCounts\":[]}",
                "{\"week\":\"-999999999-01-01\",\"schoolDays\":5,\"headCounts\":[]}"
            })
    void refusesHeadCountsThatCannotBe(String body) {
        assertProblem(api.put("canteen", "/school/head-counts", body), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"username\":\"buyer\"}",
                "{\"username\":\"\",\"password\":\"demo\"}",
                "{\"username\":\"nobody\\u0000\",\"password\":\"demo\"}",
                "{\"username\":\"buyer\",\"password\":\"de\\u0000mo\"}",
                "{\"username\":[\"buyer\"],\"password\":\"demo\"}"
            })
    void refusesCredentialsThatCannotBeRead(String body) {
        assertProblem(api.send("", HttpMethod.POST, "/auth/token", Map.of(), body), 400);
    }

    @Test
    void slowsDownWhoeverGuessesPasswords() {
        String name = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> guess = Map.of("username", name, "password", "guess");
        for (int i = 0; i < 8; i++) {
            assertProblem(signIn(guess), 401, "wrong-credentials");
        }

        Answer refused = signIn(guess);

        assertProblem(refused, 429, "too-many-attempts");
        assertThat(refused.number("/retryAfterSeconds")).isBetween(1L, 300L);
        assertThat(signIn(Map.of("username", " BUYER ", "password", "demo")).status())
                .as("others still get in")
                .isEqualTo(200);
    }

    @Test
    void answersInTheLanguageOfTheCaller() {
        Answer english = inLanguage("en-GB,en;q=0.9", "/orders?state=LOST");
        Answer chinese = inLanguage("zh-CN", "/orders?state=LOST");
        Answer nonsense = inLanguage("en_US;;", "/orders?state=LOST");

        assertThat(english.text("/title")).isEqualTo("Unreadable input");
        assertThat(chinese.text("/title")).isNotEmpty().doesNotContainPattern("[A-Za-z]");
        assertThat(nonsense.text("/title")).isEqualTo(chinese.text("/title"));
    }

    @Test
    void saysWhatIsWrongWithAFieldInTheLanguageOfTheCaller() {
        Map<String, Object> form = Market.form("", 10);

        Answer english = posted(form, "en");
        Answer chinese = posted(form, "zh-CN");

        assertThat(english.text("/errors/0/message")).matches("[ -~]+");
        assertThat(chinese.text("/errors/0/message")).matches("[^A-Za-z]+");
    }

    private Answer posted(Map<String, Object> form, String language) {
        return api.send(
                "cooperative",
                HttpMethod.POST,
                "/products",
                Map.of("Idempotency-Key", "k", "Accept-Language", language),
                form);
    }

    private Answer inLanguage(String language, String path) {
        return api.send("buyer", HttpMethod.GET, path, Map.of("Accept-Language", language), null);
    }

    private Answer signIn(Map<String, String> credentials) {
        return api.send("", HttpMethod.POST, "/auth/token", Map.of(), credentials);
    }

    private Answer withToken(String token) {
        return api.send(
                "", HttpMethod.GET, "/me", Map.of("Authorization", "Bearer " + token), null);
    }

    private JWTClaimsSet claims(Instant expires) {
        var me = api.get("buyer", "/me");
        return new JWTClaimsSet.Builder()
                .issuer("consumption-aid")
                .subject(me.text("/personId"))
                .claim("org", me.text("/organisationId"))
                .claim("role", "BUYER")
                .issueTime(Date.from(expires.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(expires))
                .build();
    }

    private static String signed(JWTClaimsSet claims, String key) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private static String withField(String field, String json) {
        Map<String, String> form =
                new HashMap<>(
                        Map.of(
                                "name", "\"洋芋\"",
                                "category", "\"tuber\"",
                                "unit", "\"箱\"",
                                "netWeightGrams", "10000",
                                "priceFen", "3680",
                                "seasonFrom", "1",
                                "seasonTo", "12",
                                "available", "10"));
        form.put(field, json);
        List<String> members =
                form.entrySet().stream()
                        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                        .toList();
        return "{" + String.join(",", members) + "}";
    }

    private long available(String product) {
        return api.get("", "/products/" + product).number("/available");
    }

    /** The newest product of the cooperative stands for all of them. */
    private long ownProducts() {
        return api.get("cooperative", "/cooperative/products").text("/items/0/id").hashCode();
    }

    private static void assertNotSignedIn(Answer answer) {
        assertProblem(answer, 401, "not-signed-in");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertProblem(answer, status);
        assertThat(answer.text("/type")).isEqualTo("urn:consumption-aid:problem:" + code);
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.contentType()).hasToString("application/problem+json");
        assertThat(answer.text("/type")).startsWith("urn:consumption-aid:problem:");
        assertThat(answer.text("/title")).isNotBlank();
        assertThat(answer.text("/detail")).isNotBlank();
        assertThat(answer.number("/status")).isEqualTo(status);
    }
}
