package org.consumptionaid.marketplace.farming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketplaceTest
class FarmingIT {
    private static final LocalDate SPRAYED = LocalDate.of(2026, 5, 1);

    @Autowired private Requests api;
    @Autowired private Market market;

    @Test
    void refusesAHarvestBeforeThePesticidesIntervalHasPassed() {
        String product = market.list("cooperative", 1);
        taken(record(product, spray(SPRAYED, 7)));

        Answer early = record(product, harvest(SPRAYED.plusDays(6)));

        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text("/type")).endsWith(":harvest-too-early");
        assertThat(early.text("/field")).isEqualTo("doneOn");
        assertThat(early.text("/detail")).contains("2026-05-01", "2026-05-08", "2026-05-07");
        taken(record(product, harvest(SPRAYED.plusDays(7))));
        assertThat(operations(product)).containsExactly("HARVEST", "PESTICIDE");
    }

    @Test
    void letsAnotherPlotBeHarvested() {
        String product = market.list("cooperative", 1);
        taken(record(product, spray(SPRAYED, 7)));
        Map<String, Object> elsewhere = harvest(SPRAYED.plusDays(1));
        elsewhere.put("plot", "西坡");

        taken(record(product, elsewhere));
    }

    @Test
    void correctsARecordByAFurtherOneOnce() {
        String product = market.list("cooperative", 1);
        Answer sprayed = taken(record(product, spray(SPRAYED, 30)));
        String wrong = sprayed.text("/items/0/id");
        Map<String, Object> right = spray(SPRAYED, 3);
        right.put("corrects", wrong);

        Answer corrected = taken(record(product, right));

        assertThat(corrected.body().get("items")).hasSize(2);
        assertThat(corrected.body().toString()).contains("\"correctedBy\"");
        assertThat(record(product, right).text("/type")).endsWith(":farm-record-not-correctable");
        taken(record(product, harvest(SPRAYED.plusDays(3))));
        Map<String, Object> longer = spray(SPRAYED, 4);
        longer.put("corrects", id(corrected, wrong));
        assertThat(record(product, longer).text("/type")).endsWith(":harvest-too-early");
    }

    @Test
    void refusesWhatIsIncompleteOrNotDoneYet() {
        String product = market.list("cooperative", 1);
        Map<String, Object> noInterval = spray(SPRAYED, 7);
        noInterval.remove("intervalDays");
        Map<String, Object> noName = spray(SPRAYED, 7);
        noName.put("input", " ");

        assertThat(record(product, noInterval).text("/type"))
                .endsWith(":farm-treatment-incomplete");
        assertThat(record(product, noName).text("/type")).endsWith(":farm-treatment-incomplete");
        assertThat(record(product, harvest(LocalDate.of(2099, 1, 1))).text("/type"))
                .endsWith(":farm-not-done-yet");
        assertThat(record(product, Map.of("plot", "", "operation", "SOWING")).status())
                .isEqualTo(400);
        assertThat(operations(product)).isEmpty();
    }

    private static String id(Answer records, String other) {
        return records.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .filter(id -> !id.equals(other))
                .findFirst()
                .orElseThrow();
    }

    private List<String> operations(String product) {
        return api.get("", "/products/" + product + "/farm-records")
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("operation").asString())
                .toList();
    }

    private Answer record(String product, Map<String, Object> form) {
        return api.post("cooperative", "/products/" + product + "/farm-records", form);
    }

    private static Answer taken(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer;
    }

    private static Map<String, Object> spray(LocalDate day, int interval) {
        Map<String, Object> form = work("PESTICIDE", day);
        form.put("input", "代森锰锌");
        form.put("source", "县农资站");
        form.put("amount", "150 克/亩");
        form.put("intervalDays", interval);
        return form;
    }

    private static Map<String, Object> harvest(LocalDate day) {
        return work("HARVEST", day);
    }

    private static Map<String, Object> work(String operation, LocalDate day) {
        Map<String, Object> form = new HashMap<>();
        form.put("plot", "东坡");
        form.put("doneOn", day.toString());
        form.put("operation", operation);
        return form;
    }
}
