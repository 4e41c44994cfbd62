package org.consumptionaid.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IndexDefinitionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:54:29.9Z");

    @Test
    void namesAnIndexByTheSecondInUtcAndItsDefinition() {
        IndexDefinition definition = IndexDefinition.load();

        assertThat(definition.nameAt(NOW))
                .isEqualTo("catalog-20261123155429-" + definition.hash().substring(0, 8))
                .matches(IndexDefinition::isOurs);
    }

    @Test
    void deletesNothingThatSomebodyElseNamed() {
        assertThat(IndexDefinition.isOurs("catalog-notes")).isFalse();
        assertThat(IndexDefinition.isOurs("catalog-20261123155429-0a1b2c3d-copy")).isFalse();
    }

    @Test
    void anotherFileHasAnotherHash() {
        assertThat(definition("{\"a\":1}").hash()).isNotEqualTo(definition("{\"a\":2}").hash());
    }

    @Test
    void theBodyCarriesTheHashTheReplicasAndTheFeedAlias() {
        IndexDefinition definition = IndexDefinition.load();

        JsonNode body = JsonMapper.shared().readTree(definition.bodyFor("catalog-x", 2));

        assertThat(body.at("/mappings/_meta/hash").asString()).isEqualTo(definition.hash());
        assertThat(body.at("/settings/index/number_of_replicas").asInt()).isEqualTo(2);
        assertThat(body.at("/aliases/catalog-x-feed").isObject()).isTrue();
        assertThat(definition.json().at("/mappings/_meta").isMissingNode()).isTrue();
    }

    @Test
    void refreshesOnlyWhenItIsComplete() {
        IndexDefinition definition = IndexDefinition.load();

        JsonNode filled = JsonMapper.shared().readTree(definition.bodyFor("catalog-x", 0));
        JsonNode complete = JsonMapper.shared().readTree(definition.settingsWhenComplete());

        assertThat(filled.at("/settings/index/refresh_interval").asString()).isEqualTo("-1");
        assertThat(complete.at("/index/refresh_interval").asString()).isEqualTo("500ms");
    }

    private static IndexDefinition definition(String json) {
        return IndexDefinition.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
