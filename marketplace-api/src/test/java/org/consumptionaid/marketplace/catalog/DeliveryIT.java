package org.consumptionaid.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MarketplaceTest
class DeliveryIT {
    private static final String AREA = "/cooperative/delivery-area";

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private DatabaseClient database;

    @AfterEach
    void everywhereAgain() {
        set(List.of());
    }

    @Test
    void reachesTheDocumentOfEveryProductAsSomethingNewer() {
        String product = market.list("cooperative", 10);
        JsonNode before = document(product);

        assertThat(set(List.of("甘肃省", "青海省", "甘肃省")).status()).isEqualTo(200);
        JsonNode after = document(product);

        assertThat(before.at("/document/deliveryProvinces/0").asString()).isEqualTo("*");
        assertThat(after.at("/document/deliveryProvinces").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("甘肃省", "青海省");
        assertThat(after.get("version").asLong()).isGreaterThan(before.get("version").asLong());
        assertThat(changes(product)).isGreaterThan(1);
        assertThat(api.get("cooperative", AREA).body().get("provinces").size()).isEqualTo(2);
        assertThat(api.get("cooperative2", AREA).body().get("provinces").size()).isZero();
    }

    @Test
    void refusesAProvinceThatThereIsNot() {
        Answer refused = set(List.of("甘肃省", "火星省"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/field")).isEqualTo("provinces");
        assertThat(api.get("cooperative", AREA).body().get("provinces").size()).isZero();
    }

    private Answer set(List<String> provinces) {
        return api.put("cooperative", AREA, Map.of("provinces", provinces));
    }

    private JsonNode document(String product) {
        String row =
                database.sql(
                                "SELECT to_jsonb(c)::text FROM catalog_document c WHERE id = :id::uuid")
                        .bind("id", product)
                        .mapValue(String.class)
                        .one()
                        .block();
        return JsonMapper.builder().build().readTree(row);
    }

    private long changes(String product) {
        return database.sql("SELECT count(*) FROM catalog_change WHERE aggregateid = :id::uuid")
                .bind("id", product)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElse(0L);
    }
}
