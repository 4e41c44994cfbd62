package org.consumptionaid.marketplace.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

@MarketplaceTest
class AttachmentIT {
    private static final int TOO_MANY_BYTES = (20 << 20) + 1;

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private DatabaseClient database;
    @Autowired private StoredFiles files;

    @Value("${marketplace.files.folder}")
    private Path folder;

    @Test
    void givesBackTheBytesThatCame() throws IOException {
        byte[] png = picture(3);
        Answer kept = attach("田块照片.png", png);

        EntityExchangeResult<byte[]> file =
                api.file("cooperative", "/attachments/" + kept.text("/id"));

        assertThat(file.getResponseBody()).isEqualTo(png);
        HttpHeaders headers = file.getResponseHeaders();
        assertThat(headers.getFirst("Content-Type")).isEqualTo("image/png");
        assertThat(headers.getFirst("Content-Disposition")).startsWith("inline");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).startsWith("sandbox");
    }

    @Test
    void hasAPdfSavedAndNeverShown() {
        Answer kept = attach("x.html", pdf());

        EntityExchangeResult<byte[]> file =
                api.file("cooperative", "/attachments/" + kept.text("/id"));

        assertThat(kept.text("/contentType")).isEqualTo("application/pdf");
        assertThat(file.getResponseHeaders().getFirst("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.getResponseHeaders().getFirst("Content-Disposition"))
                .startsWith("attachment");
    }

    @Test
    void showsEvidenceToItsReviewersOnceItIsHandedInAndToNobodyElse() {
        String id = attach("证明.pdf", pdf()).text("/id");
        assertThat(statuses(id)).containsExactly(200, 404, 404, 404, 404, 401, 200);
        market.refuseOpenApplications();

        Answer applied =
                api.post(
                        "cooperative",
                        "/certifications",
                        Map.of("kind", "SUPPLIER", "attachments", List.of(id)));

        assertThat(applied.status()).as(applied.body().toString()).isEqualTo(201);
        assertThat(statuses(id)).containsExactly(200, 404, 200, 200, 404, 401, 200);
    }

    @Test
    void refusesEvidenceOfAnotherCooperative() {
        String id = attach("证明.pdf", pdf()).text("/id");

        Answer refused =
                api.post(
                        "cooperative2",
                        "/certifications",
                        Map.of("kind", "SUPPLIER", "attachments", List.of(id)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).endsWith(":unknown-attachment");
    }

    @Test
    void refusesWhatItIsNotAndKeepsNothingOfIt() throws IOException {
        List<String> before = traces();
        String page = "<html><script>alert(1)</script></html>";
        byte[] png = picture(5);

        refuses(422, "file-type-not-allowed", page.getBytes(StandardCharsets.UTF_8));
        refuses(422, "file-type-not-allowed", joined(page.getBytes(StandardCharsets.UTF_8), pdf()));
        refuses(422, "file-type-not-allowed", "GIF89a<script>".getBytes(StandardCharsets.UTF_8));
        refuses(422, "file-type-not-allowed", "<svg/>".getBytes(StandardCharsets.UTF_8));
        refuses(422, "file-type-not-allowed", zipBomb());
        refuses(422, "file-damaged", Arrays.copyOf(png, png.length - 13));
        refuses(422, "file-damaged", "%PDF-1.7 cut o".getBytes(StandardCharsets.UTF_8));
        refuses(422, "file-empty", new byte[0]);
        refuses(413, "file-too-large", Arrays.copyOf(pdf(), TOO_MANY_BYTES));

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void keepsOneFileForAnUploadThatIsSentTwice() {
        byte[] pdf = pdf();
        String key = UUID.randomUUID().toString();

        Answer first = api.upload("cooperative", "/attachments?name=a.pdf", key, pdf);
        Answer second = api.upload("cooperative", "/attachments?name=a.pdf", key, pdf);

        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void deletesWhatNoRowCameToNeedADayLaterAndNothingElse() throws IOException {
        String needed = attach("a.pdf", pdf()).text("/sha256");
        String idle = "ab".repeat(32);
        Path file = Files.write(Files.createTempFile("idle", ""), pdf());
        files.keep(idle, file).block();

        files.sweep().block();
        assertThat(isKept(idle)).isTrue();

        database.sql("UPDATE stored_file SET doubtful_since = now() - interval '25 hours'")
                .then()
                .block();
        files.sweep().block();

        assertThat(isKept(idle)).isFalse();
        assertThat(isKept(needed)).isTrue();
        assertThat(count("SELECT count(*) FROM stored_file WHERE sha256 = '" + idle + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM stored_file WHERE doubtful_since IS NOT NULL"))
                .isZero();
    }

    /** Bytes go before their row does, so no foreign key would save them. */
    @Test
    void deletesNoContractAndNoInvoiceHoweverDoubtful() {
        String order = market.order("buyer", market.list("cooperative", 9), 2);
        String contract = "/orders/" + order + "/contract";
        Object content = api.get("buyer", contract).text("/content");
        market.step("buyer", order, "contract/signatures", Map.of("content", content));
        market.ship("cooperative", order);
        market.accept("buyer", order, 20_000);
        market.invoice(order);
        String invoice =
                "/attachments/"
                        + api.get("buyer", "/orders/" + order + "/invoices")
                                .text("/items/0/attachmentId");
        database.sql("UPDATE stored_file SET doubtful_since = now() - interval '25 hours'")
                .then()
                .block();

        for (int i = 0; i < 20; i++) {
            files.sweep().block();
        }

        assertThat(count("SELECT count(*) FROM stored_file WHERE doubtful_since IS NOT NULL"))
                .isZero();
        assertThat(api.download("buyer", contract + ".pdf")).isNotEmpty();
        assertThat(api.download("buyer", invoice)).isNotEmpty();
    }

    private void refuses(int status, String code, byte[] bytes) {
        Answer refused = attach("证明.pdf", bytes);

        assertThat(refused.text("/type")).isEqualTo("urn:consumption-aid:problem:" + code);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("/detail")).isNotBlank().doesNotContain("{");
    }

    private Answer attach(String name, byte[] bytes) {
        return api.upload(
                "cooperative", "/attachments?name=" + name, UUID.randomUUID().toString(), bytes);
    }

    private List<Integer> statuses(String id) {
        return Stream.of(
                        "cooperative", "cooperative2", "county", "province", "buyer", "", "auditor")
                .map(who -> api.file(who, "/attachments/" + id).getStatus().value())
                .toList();
    }

    /** Everything that an upload could leave behind. */
    private List<String> traces() throws IOException {
        try (Stream<Path> kept = Files.walk(folder);
                Stream<Path> temporary =
                        Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return List.of(
                    Long.toString(kept.count()),
                    Long.toString(
                            temporary
                                    .filter(file ->
                                            file.getFileName().toString().startsWith("upload-"))
                                    .count()),
                    count("SELECT count(*) FROM attachment").toString(),
                    count("SELECT count(*) FROM stored_file").toString());
        }
    }

    private boolean isKept(String sha256) {
        return Files.exists(folder.resolve(sha256.substring(0, 2)).resolve(sha256));
    }

    private Long count(String sql) {
        return Objects.requireNonNull(
                database.sql(sql)
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one()
                        .block());
    }

    /** No two are the same. */
    private static byte[] pdf() {
        return ("%PDF-1.7 " + UUID.randomUUID() + " %%EOF").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] picture(int width) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 4, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    /** 64 MiB of nothing in 64 KiB. */
    private static byte[] zipBomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("evidence.pdf"));
            zip.write(new byte[64 << 20]);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] front, byte[] back) {
        byte[] both = Arrays.copyOf(front, front.length + back.length);
        System.arraycopy(back, 0, both, front.length, back.length);
        return both;
    }
}
