package org.consumptionaid.marketplace.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.consumptionaid.marketplace.EmbeddedFonts;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.supervision.ExportFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two boxes of 10 kg at 36.80 yuan were ordered, signed for, delivered, invoiced and paid. */
@MarketplaceTest
class AuditPackagesIT {
    private static final Path PROGRAM = Path.of("../infra/VerifyLedger.java");
    private static final Duration WAIT = Duration.ofSeconds(20);

    @TempDir private static Path folder;

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private AuditPackages packages;
    @Autowired private DatabaseClient database;
    @Autowired private ConnectionFactory connections;
    @LocalServerPort private int port;

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void holdsEveryPaperOfAnOrderAndListsItByItsHash() throws Exception {
        String order = traded();
        Answer view = api.get("buyer", "/orders/" + order);

        Map<String, byte[]> files = open(api.download("buyer", "/orders/" + order + "/audit.zip"));

        assertThat(files.keySet())
                .containsExactly(
                        "order.json",
                        "contract.json",
                        "contract.pdf",
                        "corrections.json",
                        "lots.json",
                        "lot-certificates.json",
                        "certificates.json",
                        "invoices.json",
                        "invoices/" + view.text("/invoiceNumber") + ".pdf",
                        "payments.json",
                        complaint(order, ".json"),
                        complaint(order, "-1.png"),
                        "ledger.zip",
                        "index.pdf");
        String index = EmbeddedFonts.textOf(file(files, "index.pdf"));
        assertThat(index).contains("采购审计资料包目录", view.text("/number"), view.text("/buyerName"));
        files.forEach((name, content) -> {
            if (!name.equals("index.pdf")) {
                assertThat(index).contains(name).contains(sha256(content));
            }
        });
        assertThat(EmbeddedFonts.textOf(file(files, "contract.pdf"))).contains("购销合同");
        assertThat(read(files, "order.json").get("weights").toString()).contains("WEIGHED");
        assertThat(read(files, "payments.json").get(0).get("state").asString())
                .isEqualTo("SUCCEEDED");
        assertThat(read(files, "lot-certificates.json")).hasSize(1);
        assertThat(file(files, complaint(order, "-1.png"))).isEqualTo(Market.png(2, 2));
    }

    @Test
    void passesTheProgramAnAuditorRunsAndNoOtherLedgerDoes() throws Exception {
        String order = traded();
        byte[] ledger =
                file(
                        open(api.download("auditor", "/orders/" + order + "/audit.zip")),
                        "ledger.zip");

        String verdict = verify(ledger, 0);

        assertThat(verdict).startsWith("RIGHT extract about " + order).contains(" entries;");
        assertThat(entries(ledger)).as("paid, and earned").isGreaterThanOrEqualTo(2);
        String all = new String(ledger, StandardCharsets.ISO_8859_1);
        for (String place : List.of("\"fen\":", "\"root\":\"", "\"path\":", "\"format\"")) {
            byte[] changed = ledger.clone();
            changed[all.indexOf(place) + place.length() + 1] ^= 1;
            assertThat(verify(changed, 1)).as(place).contains("WRONG");
        }
    }

    /** A certificate that is taken away later was in force when the order was placed. */
    @Test
    void showsCertificatesAsTheyWereOnTheDay() throws IOException {
        String order = traded();
        String number = api.get("buyer", "/orders/" + order).text("/lines/0/certificateNumber");
        UUID certificate =
                Objects.requireNonNull(
                        database.sql("SELECT id FROM certificate WHERE number = :number")
                                .bind("number", number)
                                .mapValue(UUID.class)
                                .one()
                                .block());
        JsonNode before =
                read(
                        open(api.download("buyer", "/orders/" + order + "/audit.zip")),
                        "certificates.json");
        decide(certificate, "SUSPEND");
        try {
            JsonNode after =
                    read(
                            open(api.download("buyer", "/orders/" + order + "/audit.zip")),
                            "certificates.json");

            assertThat(api.get("", "/certificates/" + number).text("/state"))
                    .isEqualTo("SUSPENDED");
            assertThat(after).isEqualTo(before);
            assertThat(before.toString())
                    .contains("IN_FORCE")
                    .contains(number)
                    .contains("SUPPLIER");
        } finally {
            decide(certificate, "RESUME");
        }
    }

    @Test
    void holdsAUnitsYearOrderByOrder() throws IOException {
        String order = api.get("buyer", "/orders/" + traded()).text("/number");
        String other =
                api.get(
                                "buyer",
                                "/orders/"
                                        + market.order("buyer", market.list("cooperative", 9), 1))
                        .text("/number");
        String foreign =
                api.get(
                                "buyer2",
                                "/orders/"
                                        + market.order("buyer2", market.list("cooperative", 9), 1))
                        .text("/number");
        int year = LocalDate.now(BusinessDay.ZONE).getYear();
        String unit = api.get("buyer", "/me").text("/organisationId");

        Map<String, byte[]> files = open(ofYear(year, unit));

        assertThat(files)
                .containsKeys(order + "/contract.pdf", order + "/index.pdf", other + "/index.pdf")
                .doesNotContainKey(foreign + "/index.pdf");
        String index = EmbeddedFonts.textOf(file(files, "index.pdf"));
        assertThat(index)
                .contains("年度采购审计资料包目录")
                .contains(sha256(file(files, order + "/index.pdf")))
                .contains(sha256(file(files, other + "/index.pdf")));
        assertThat(open(ofYear(2020, unit))).containsOnlyKeys("index.pdf");
    }

    @Test
    void isForWhomTheOrderIs() {
        String order = market.order("buyer", market.list("cooperative", 9), 1);
        String unit = api.get("buyer", "/me").text("/organisationId");

        assertThat(status("cooperative", "/orders/" + order + "/audit.zip")).isEqualTo(200);
        assertThat(status("buyer2", "/orders/" + order + "/audit.zip")).isEqualTo(404);
        assertThat(status("operator", "/procurement/audit.zip?year=2020&unit=" + unit))
                .isEqualTo(200);
        assertThat(status("operator", "/procurement/audit.zip?year=2020")).isEqualTo(404);
        assertThat(status("cooperative", "/procurement/audit.zip?year=2020")).isEqualTo(403);
        assertThat(status("buyer", "/procurement/audit.zip?year=x")).isEqualTo(400);
        assertThat(status("buyer", "/procurement/audit.zip?year=99999")).isEqualTo(400);
    }

    /** Whoever goes away in the middle leaves no file, no connection and no work. */
    @Test
    void leavesNothingBehindWhenItsReaderGoes() throws Exception {
        for (int i = 0; i < 12; i++) {
            market.order("buyer", market.list("cooperative", 9), 1);
        }
        List<String> before = temporaryFiles();
        int year = LocalDate.now(BusinessDay.ZONE).getYear();
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + port
                                                + "/procurement/audit.zip?year="
                                                + year))
                        .header("Authorization", "Bearer " + api.token("buyer"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(body.readNBytes(200)).hasSize(200);
            client.shutdownNow();
        }

        ConnectionPool pool = pool();
        await().atMost(WAIT).until(() -> pool.getMetrics().orElseThrow().acquiredSize() == 0);
        await().atMost(WAIT).until(() -> temporaryFiles().equals(before));
        assertThat(status("buyer", "/orders")).isEqualTo(200);
    }

    private String traded() {
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        String content = api.get("buyer", "/orders/" + order + "/contract").text("/content");
        for (String side : List.of("buyer", "cooperative")) {
            market.step(side, order, "contract/signatures", Map.of("content", content));
        }
        market.ship("cooperative", order);
        market.accept("buyer", order, 20_000);
        market.invoice(order);
        market.remit(order);
        Answer photograph =
                api.upload(
                        "buyer",
                        "/attachments?name=a.png",
                        UUID.randomUUID().toString(),
                        Market.png(2, 2));
        market.step(
                "buyer",
                order,
                "complaints",
                Map.of(
                        "kind",
                        "ALLOWANCE",
                        "reason",
                        "有烂的",
                        "attachments",
                        List.of(photograph.text("/id")),
                        "lines",
                        List.of(Map.of("line", 1, "fen", 360))));
        await().atMost(WAIT)
                .until(() ->
                        !api.get("buyer", "/ledger/entries?order=" + order)
                                .body()
                                .get("items")
                                .valueStream()
                                .anyMatch(entry -> !entry.has("seal")));
        return order;
    }

    private String complaint(String order, String ending) {
        return "complaints/"
                + api.get("buyer", "/orders/" + order + "/complaints").text("/items/0/number")
                + ending;
    }

    private void decide(UUID certificate, String action) {
        Answer decided =
                api.post(
                        "province",
                        "/certifications/" + certificate + "/decision",
                        Map.of("action", action, "reason", "抽检"));
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(200);
    }

    /** As the operator gets it, without the limit that a test's client has on bodies. */
    private byte[] ofYear(int year, String unit) {
        Answer operator = api.get("operator", "/me");
        Caller caller =
                new Caller(
                        UUID.fromString(operator.text("/personId")),
                        UUID.fromString(operator.text("/organisationId")),
                        Role.OPERATOR);
        return Objects.requireNonNull(
                packages.ofYear(caller, UUID.fromString(unit), year)
                        .flatMap(zip -> DataBufferUtils.join(zip.content()))
                        .map(joined -> {
                            byte[] bytes = new byte[joined.readableByteCount()];
                            joined.read(bytes);
                            return bytes;
                        })
                        .block(Duration.ofMinutes(2)));
    }

    private int status(String who, String path) {
        return api.file(who, path).getStatus().value();
    }

    private ConnectionPool pool() {
        return connections instanceof ConnectionPool pool
                ? pool
                : (ConnectionPool) ((Wrapped<?>) connections).unwrap();
    }

    private static List<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("contract-") || name.startsWith("audit-"))
                    .sorted()
                    .toList();
        }
    }

    private JsonNode read(Map<String, byte[]> files, String name) {
        return json.readTree(file(files, name));
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static Map<String, byte[]> open(byte[] file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static long entries(byte[] ledger) throws IOException {
        return new String(file(open(ledger), "entries.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .count();
    }

    private static String sha256(byte[] content) {
        return ExportFile.sha256(content);
    }

    private static String verify(byte[] ledger, int status)
            throws IOException, InterruptedException {
        Path zip = Files.write(folder.resolve("ledger.zip"), ledger);
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                PROGRAM.toAbsolutePath().toString(),
                                zip.toString())
                        .redirectErrorStream(true)
                        .start();
        String text = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as(text).isEqualTo(status);
        return text;
    }
}
