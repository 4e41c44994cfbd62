package org.consumptionaid.marketplace.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A trick becomes work for the county, once, until it decides. */
@MarketplaceTest
class FindingsIT {
    @Autowired private Requests api;

    @Autowired private Checks checks;

    @Test
    void asksTheCountyOnceAboutHoursThatWereNotWorkedYet() {
        String evidence = "工时表 " + UUID.randomUUID();
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        assertThat(claim(evidence, tomorrow, 2_000).status()).isEqualTo(201);

        checks.look().block();
        checks.look().block();

        List<JsonNode> found = findings();
        assertThat(occurrences(found, evidence)).isEqualTo(1);
        String id = idOf(found, evidence);
        Map<String, Object> decision = Map.of("decision", "EXPLAINED", "reason", "日期写错，已见原件");
        Answer decided = api.post("county", "/findings/" + id + "/decision", decision);
        assertThat(decided.text("/decision")).isEqualTo("EXPLAINED");
        assertThat(api.post("county", "/findings/" + id + "/decision", decision).text("/type"))
                .endsWith("finding-decided");
    }

    @Test
    void asksAboutAWageFarAboveOthersAndNotAboutTheOthers() {
        for (int i = 0; i < 8; i++) {
            assertThat(claim("常 " + UUID.randomUUID(), past(i), 1_900 + i * 40L).status())
                    .isEqualTo(201);
        }
        String high = "高 " + UUID.randomUUID();
        claim(high, past(9), 90_000);

        checks.look().block();

        List<JsonNode> found = findings();
        assertThat(occurrences(found, high)).isEqualTo(1);
        assertThat(occurrences(found, "常 ")).isZero();
    }

    private static Instant past(int days) {
        return Instant.parse("2026-02-01T00:00:00Z").plus(days, ChronoUnit.DAYS);
    }

    private Answer claim(String evidence, Instant from, long fenPerHour) {
        Map<String, Object> form = new HashMap<>();
        form.put("household", api.post("county", "/benefit/households", Map.of()).text("/code"));
        form.put("mode", "WAGE");
        form.put("evidence", evidence);
        form.put("from", from.toString());
        form.put("to", from.plus(8, ChronoUnit.HOURS).toString());
        form.put("minutes", 480);
        form.put("fenPerHour", fenPerHour);
        return api.post("cooperative", "/benefit/claims", form);
    }

    /** All of the county: other tests leave odd things too. */
    private List<JsonNode> findings() {
        List<JsonNode> found = new ArrayList<>();
        Answer page = api.get("county", "/findings");
        page.body().get("items").forEach(found::add);
        while (page.body().has("next")) {
            page = api.get("county", "/findings?cursor=" + page.text("/next"));
            page.body().get("items").forEach(found::add);
        }
        return found;
    }

    private static long occurrences(List<JsonNode> found, String subject) {
        return about(found, subject).size();
    }

    private static String idOf(List<JsonNode> found, String subject) {
        return about(found, subject).getFirst().get("id").asString();
    }

    private static List<JsonNode> about(List<JsonNode> found, String subject) {
        return found.stream()
                .filter(item -> item.get("subject").asString().contains(subject))
                .toList();
    }
}
