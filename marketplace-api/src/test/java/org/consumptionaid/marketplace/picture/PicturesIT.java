package org.consumptionaid.marketplace.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

@MarketplaceTest
class PicturesIT {
    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private DatabaseClient database;

    @Test
    void servesAPictureToAnyoneForEver() {
        String picture = market.picture("cooperative", market.list("cooperative", 1));

        EntityExchangeResult<byte[]> served = api.file("", "/pictures/" + picture + "/320");

        assertThat(served.getStatus().value()).isEqualTo(200);
        assertThat(served.getResponseBody()).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(served.getResponseHeaders().getFirst("Content-Type")).isEqualTo("image/jpeg");
        assertThat(served.getResponseHeaders().getCacheControl()).contains("public", "immutable");
        Answer again =
                api.send(
                        "",
                        HttpMethod.GET,
                        "/pictures/" + picture + "/320",
                        Map.of(
                                "If-None-Match",
                                Objects.requireNonNull(served.getResponseHeaders().getETag())),
                        null);
        assertThat(again.status()).isEqualTo(304);
        assertThat(api.get("", "/pictures/" + picture + "/321").status()).isEqualTo(404);
    }

    @Test
    void keepsTheOrderTheCooperativePutsThemIn() {
        String product = market.list("cooperative", 1);
        String first = market.picture("cooperative", product);
        String second = market.picture("cooperative", product);
        String third = market.picture("cooperative", product);
        assertThat(ids(product)).containsExactly(first, second, third);

        Answer ordered = order(product, List.of(third, first, second));
        assertThat(ordered.status()).as(ordered.body().toString()).isEqualTo(200);
        assertThat(ids(product)).containsExactly(third, first, second);
        assertThat(document(product)).contains(third);

        assertThat(order(product, List.of(third, first)).text("/type"))
                .endsWith(":pictures-changed");
        assertThat(order(product, List.of(third, third, first)).status()).isEqualTo(409);

        Answer left =
                api.send(
                        "cooperative",
                        HttpMethod.DELETE,
                        "/products/" + product + "/pictures/" + third,
                        Map.of(),
                        null);
        assertThat(left.status()).isEqualTo(200);
        assertThat(ids(product)).containsExactly(first, second);
        assertThat(api.get("", "/pictures/" + third + "/800").status()).isEqualTo(404);
        assertThat(document(product)).contains(first).doesNotContain(third);
    }

    @Test
    void takesNoMoreThanSix() {
        String product = market.list("cooperative", 1);
        for (int i = 0; i < 6; i++) {
            market.picture("cooperative", product);
        }

        Answer refused = add(product, png(3));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("6");
        assertThat(ids(product)).hasSize(6);
    }

    @Test
    void refusesWhatIsNoPictureAndLeavesNothingBehind() throws IOException {
        String product = market.list("cooperative", 1);
        byte[] pdf = "%PDF-1.7 %%EOF".getBytes(StandardCharsets.US_ASCII);
        byte[] broken = png(500);
        Arrays.fill(broken, 60, 200, (byte) 7);
        long before = temporary();

        assertThat(add(product, pdf).text("/type")).endsWith(":not-a-picture");
        assertThat(add(product, broken).text("/type")).endsWith(":file-damaged");
        assertThat(add(product, new byte[0]).text("/type")).endsWith(":file-empty");
        assertThat(add(product, new byte[(20 << 20) + 1]).status()).isEqualTo(413);

        assertThat(ids(product)).isEmpty();
        assertThat(temporary()).isEqualTo(before);
    }

    @Test
    void addsAPictureOnceThatIsSentTwice() {
        String product = market.list("cooperative", 1);
        String key = UUID.randomUUID().toString();
        String path = "/products/" + product + "/pictures";

        api.upload("cooperative", path, key, png(9));
        api.upload("cooperative", path, key, png(9));

        assertThat(ids(product)).hasSize(1);
    }

    private Answer add(String product, byte[] file) {
        return api.upload(
                "cooperative",
                "/products/" + product + "/pictures",
                UUID.randomUUID().toString(),
                file);
    }

    private Answer order(String product, List<String> ids) {
        return api.put("cooperative", "/products/" + product + "/pictures", Map.of("ids", ids));
    }

    private List<String> ids(String product) {
        return api.get("", "/products/" + product + "/pictures")
                .body()
                .get("items")
                .valueStream()
                .map(picture -> picture.get("id").asString())
                .toList();
    }

    private String document(String product) {
        return Objects.requireNonNull(
                database.sql("SELECT document::text AS d FROM catalog_document WHERE id = :id")
                        .bind("id", UUID.fromString(product))
                        .map(row -> Objects.requireNonNull(row.get("d", String.class)))
                        .one()
                        .block());
    }

    private static byte[] png(int width) {
        return Market.png(width, 300);
    }

    private static long temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("upload-") || name.startsWith("picture-"))
                    .count();
        }
    }
}
