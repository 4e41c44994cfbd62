package org.consumptionaid.marketplace.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.Transactions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@MarketplaceTest
class OpenDataIT {
    private static final Path SCHEMAS = Path.of("../../shared/schemas/ocds-1.1.5");
    private static final String OFFICIAL = "https://standard.open-contracting.org/schema/1__1__5/";
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final int WRITERS = 16;
    private static final int EACH = 25;

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private DatabaseClient database;
    @Autowired private Transactions transactions;

    @Test
    void publishesEveryStepFromTheSignatureOnAndNoPerson() {
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        String number = number(order);
        assertThat(record(number).status()).as("nobody has signed it").isEqualTo(404);
        market.ship("cooperative", order);
        market.accept("buyer", order, 19_600);
        market.remit(order);

        Answer record = record(number);

        JsonNode releases = record.body().at("/records/0/releases");
        assertThat(releases.valueStream().map(one -> one.get("tag").get(0).asString()).toList())
                .containsExactly(
                        "planning",
                        "implementation",
                        "implementationUpdate",
                        "implementationUpdate");
        JsonNode compiled = record.body().at("/records/0/compiledRelease");
        assertThat(compiled.at("/contracts/0/value/amount").asDouble()).isEqualTo(72.13);
        assertThat(
                        compiled.at("/contracts/0/implementation/transactions/0/value/amount")
                                .asDouble())
                .isEqualTo(72.13);
        assertThat(milestones(compiled))
                .isEqualTo(Map.of("delivery", "met", "acceptance", "met", "payment", "met"));
        assertThat(compiled.at("/buyer/name").asString()).contains("兰州");
        assertThat(record.body().toString()).doesNotContain("王敏", "马建国", "deliverTo");
    }

    @Test
    void saysWhenAnOrderWentOffAndNothingOfOneThatWasNeverSigned() {
        String never = market.order("buyer", market.list("cooperative", 1), 1);
        market.step("buyer", never, "cancellation", Map.of("reason", "不要"));
        assertThat(record(number(never)).status()).isEqualTo(404);

        String off = market.order("buyer", market.list("cooperative", 1), 1);
        market.step("cooperative", off, "confirmation", Map.of());
        market.step("buyer", off, "cancellation", Map.of("reason", "不要"));

        JsonNode last = record(number(off)).body().at("/records/0/releases/1");
        assertThat(last.at("/tag/0").asString()).isEqualTo("contractTermination");
        assertThat(last.at("/contracts/0/status").asString()).isEqualTo("cancelled");
    }

    @Test
    void publishesNothingOfSchools() {
        String order = market.order("canteen", market.list("cooperative", 1), 1);
        market.step("cooperative", order, "confirmation", Map.of());

        assertThat(record(number(order)).status()).isEqualTo(404);
        assertThat(api.get("", "/open-data/records/ocds-other-1").status()).isEqualTo(404);
        assertThat(api.get("", "/open-data/releases?cursor=x").text("/type"))
                .endsWith("cursor-invalid");
        assertThat(api.get("", "/open-data/releases?limit=0").status()).isEqualTo(400);
    }

    @Test
    void isValidByTheOfficialSchemas() throws IOException {
        boolean there = Files.isDirectory(SCHEMAS);
        if (!there) {
            System.err.println("The official schemas are not here: " + SCHEMAS + " is missing.");
        }
        Assumptions.assumeTrue(there);
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        market.ship("cooperative", order);
        market.accept("buyer", order, 19_600);
        market.remit(order);

        Schema releases = schema("release-package-schema.json");
        Schema records = schema("record-package-schema.json");

        assertThat(releases.validate("{\"uri\":1}", InputFormat.JSON))
                .as("it can say no")
                .isNotEmpty();
        int seen = 0;
        String cursor = "";
        for (Answer page = page(cursor); size(page) > 0; page = page(cursor)) {
            assertThat(errors(releases, page)).isEmpty();
            seen += size(page);
            cursor = next(page);
        }
        assertThat(seen).isPositive();
        assertThat(errors(records, record(number(order)))).isEmpty();
    }

    /** Writers commit late and out of order while a reader follows them to the end. */
    @Test
    void skipsNoReleaseHoweverLateItIsCommitted() throws Exception {
        String order = market.order("buyer", market.list("cooperative", 1), 1);
        market.step("cooperative", order, "confirmation", Map.of());
        UUID id = UUID.fromString(order);
        String ocid = "ocds-000000-" + number(order);
        String cursor = readOn("", ocid, new HashSet<>());
        Set<String> written = ConcurrentHashMap.newKeySet();
        Set<String> read = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(threads.submit(() -> write(id, ocid, number, written)));
            }
            while (writers.stream().anyMatch(one -> !one.isDone())) {
                cursor = readOn(cursor, ocid, read);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        AtomicReference<String> at = new AtomicReference<>(cursor);
        await().atMost(WAIT)
                .untilAsserted(() -> {
                    at.set(readOn(at.get(), ocid, read));
                    assertThat(read).containsAll(written);
                });

        assertThat(written).hasSize(WRITERS * EACH);
    }

    @Test
    void changesNoReleaseEver() {
        assertThatThrownBy(() ->
                        database.sql("UPDATE open_release SET document = ''").then().block(WAIT))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> database.sql("DELETE FROM open_release").then().block(WAIT))
                .hasStackTraceContaining("permission denied");
    }

    /** Each in a transaction of its own that ends some time later. */
    private Void write(UUID order, String ocid, int writer, Set<String> written) {
        Random random = new Random(writer);
        for (int i = 0; i < EACH; i++) {
            int seq = 1_000 + writer * EACH + i;
            transactions
                    .run(
                            database.sql(
                                            """
                                            INSERT INTO open_release (order_id, seq, made_at, document)
                                            VALUES (:order, :seq, now(), ocds_release(:order, :seq, 'ocds-000000', now()))
                                            """)
                                    .bind("order", order)
                                    .bind("seq", seq)
                                    .then()
                                    .then(Mono.delay(Duration.ofMillis(random.nextInt(40))))
                                    .then())
                    .block(WAIT);
            written.add(ocid + "-" + seq);
        }
        return null;
    }

    private String readOn(String from, String ocid, Set<String> read) {
        String cursor = from;
        for (Answer page = page(cursor); size(page) > 0; page = page(cursor)) {
            page.body()
                    .get("releases")
                    .forEach(one -> {
                        if (one.get("ocid").asString().equals(ocid)) {
                            assertThat(read.add(one.get("id").asString()))
                                    .as("read twice")
                                    .isTrue();
                        }
                    });
            cursor = next(page);
        }
        return cursor;
    }

    private Answer page(String cursor) {
        return api.get("", "/open-data/releases?limit=50&cursor=" + cursor);
    }

    private static int size(Answer page) {
        return page.body().get("releases").size();
    }

    private static String next(Answer page) {
        return page.text("/links/next").replaceFirst(".*cursor=", "");
    }

    private String number(String order) {
        return api.get("operator", "/orders/" + order).text("/number");
    }

    private Answer record(String number) {
        return api.get("", "/open-data/records/ocds-000000-" + number);
    }

    private static Map<String, String> milestones(JsonNode release) {
        Map<String, String> states = new HashMap<>();
        release.at("/contracts/0/implementation/milestones")
                .forEach(one -> states.put(one.get("id").asString(), one.get("status").asString()));
        return states;
    }

    private static List<String> errors(Schema schema, Answer page) {
        return schema.validate(page.body().toString(), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static Schema schema(String file) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String name :
                List.of(
                        "release-schema.json",
                        "release-package-schema.json",
                        "record-package-schema.json")) {
            texts.put(OFFICIAL + name, Files.readString(SCHEMAS.resolve(name)));
        }
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_4, builder -> builder.schemas(texts));
        return registry.getSchema(SchemaLocation.of(OFFICIAL + file));
    }
}
