package org.consumptionaid.marketplace.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** An export passes the program an auditor runs, and no byte of it can be changed unnoticed. */
@MarketplaceTest
class VerifyLedgerIT {
    private static final Path PROGRAM = Path.of("../infra/VerifyLedger.java");

    @TempDir private static Path folder;

    private static boolean booked;

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private LedgerExport export;

    @Autowired private DatabaseClient database;

    @Autowired private TransactionalOperator transaction;

    /** What the program said. */
    private record Verdict(int status, String text) {}

    @Test
    void findsEveryChangedByte() throws IOException, InterruptedException {
        byte[] file = exportOfOrders();
        Path program = compiled();
        Verdict right = run(program, file);
        assertThat(right.text()).startsWith("RIGHT ");
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("{\"month\":\"2026-03\"", "\"households\":38,\"fen\":3800");
        assertThat(right.status()).isZero();

        for (Map.Entry<String, Integer> place : places(file)) {
            byte[] changed = file.clone();
            changed[place.getValue()] ^= 1;
            Verdict wrong = run(program, changed);

            assertThat(wrong.status()).as(place + ": " + wrong.text()).isEqualTo(1);
            assertThat(wrong.text()).as(place.toString()).contains("WRONG " + place.getKey());
        }
    }

    @Test
    void holdsAnExportAgainstAPublishedHead() throws IOException, InterruptedException {
        byte[] file = exportOfOrders();
        Path program = compiled();
        String head =
                new String(file, StandardCharsets.UTF_8)
                        .replaceAll("(?s).*\"headHash\":\"([0-9a-f]{64})\".*", "$1");

        assertThat(run(program, file, "--head", head).status()).isZero();
        assertThat(run(program, file, "--head", "0".repeat(64)).text())
                .contains("WRONG seals.jsonl no seal has the published head");
    }

    @Test
    void refusesDaysThatAreReversed() {
        assertThat(api.get("auditor", "/ledger/export?from=2026-02-02&to=2026-02-01").status())
                .isEqualTo(422);
    }

    private byte[] exportOfOrders() {
        String product = market.list("cooperative", 50);
        bookIntoThePast();
        String household = api.post("county", "/benefit/households", Map.of()).text("/code");
        worked(household);
        rule(product);
        for (int i = 0; i < 3; i++) {
            String order = market.order("buyer", product, 2);
            market.ship("cooperative", order);
            market.accept("buyer", order, 19_000 + i);
            market.remit(order);
        }
        Awaitility.await()
                .atMost(15, TimeUnit.SECONDS)
                .until(() ->
                        Objects.equals(
                                database.sql("SELECT count(*) FROM ledger_unsealed")
                                        .mapValue(Long.class)
                                        .one()
                                        .block(),
                                0L));
        LocalDate today = BusinessDay.today(Clock.systemUTC());
        assertThat(
                        api.get("auditor", "/ledger/export?from=%s&to=%s".formatted(today, today))
                                .contentType())
                .hasToString("application/zip");
        return Objects.requireNonNull(export.zip(LocalDate.of(2026, 2, 1), today).block());
    }

    /** Once: the figures of a month that is over are kept for a while. */
    private void bookIntoThePast() {
        PastMonth past = new PastMonth(database, transaction);
        if (!booked) {
            past.receive(YearMonth.of(2026, 3), "620422", 21);
            past.receive(YearMonth.of(2026, 3), "530602", 14);
            past.receive(YearMonth.of(2026, 3), "621202", 3);
            booked = true;
        }
    }

    private void rule(String product) {
        List<Map<String, Object>> parts =
                List.of(
                        Map.of("mode", "WAGE", "basisPoints", 3_333),
                        Map.of("mode", "LAND_RENT", "basisPoints", 3_333),
                        Map.of("mode", "MARGIN", "basisPoints", 3_334));
        api.post("cooperative", "/benefit/rules", Map.of("productId", product, "parts", parts));
    }

    private void worked(String household) {
        Map<String, Object> form =
                Map.of(
                        "household",
                        household,
                        "mode",
                        "WAGE",
                        "evidence",
                        household,
                        "from",
                        "2026-06-01T00:00:00Z",
                        "to",
                        "2026-06-02T00:00:00Z",
                        "minutes",
                        600,
                        "fenPerHour",
                        5_000);
        String claim = api.post("cooperative", "/benefit/claims", form).text("/id");
        api.post("county", "/benefit/claims/" + claim + "/confirmation", Map.of());
    }

    /** Some bytes of every member, and some of the zip's own. */
    private static List<Map.Entry<String, Integer>> places(byte[] file) throws IOException {
        List<Map.Entry<String, Integer>> places = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                int start = indexOf(file, content);
                String name =
                        entry.getName().equals("manifest.sha256")
                                ? "manifest.json"
                                : entry.getName();
                for (int part = 0; part < 4; part++) {
                    int within = part == 3 ? content.length - 2 : content.length * part / 3 + part;
                    places.add(Map.entry(name, start + within));
                }
            }
        }
        places.add(Map.entry("the zip file", 10)); // the time of the first member
        places.add(Map.entry("the zip file", file.length - 1));
        return places;
    }

    private static int indexOf(byte[] file, byte[] content) {
        String all = new String(file, StandardCharsets.ISO_8859_1);
        return all.indexOf(new String(content, StandardCharsets.ISO_8859_1));
    }

    private static Path compiled() throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        Process compiler =
                new ProcessBuilder(
                                tool("javac"),
                                "-d",
                                classes.toString(),
                                PROGRAM.toAbsolutePath().toString())
                        .inheritIO()
                        .start();
        assertThat(compiler.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(compiler.exitValue()).isZero();
        return classes;
    }

    private static Verdict run(Path classes, byte[] file, String... more)
            throws IOException, InterruptedException {
        Path zip = folder.resolve("export.zip");
        Files.write(zip, file);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                tool("java"),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classes.toString(),
                                "VerifyLedger",
                                zip.toString()));
        command.addAll(List.of(more));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Verdict(program.exitValue(), text);
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
