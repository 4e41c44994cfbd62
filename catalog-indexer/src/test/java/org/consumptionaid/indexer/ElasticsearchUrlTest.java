package org.consumptionaid.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node;

class ElasticsearchUrlTest {

    @Test
    void namesOneNodeOrSeveral() {
        ElasticsearchUrl url = ElasticsearchUrl.parse("http://a, https://u:p%3Aq@b:443", "key");

        assertThat(url.getNodes())
                .containsExactly(
                        new Node("a", 9200, Node.Protocol.HTTP),
                        new Node("b", 443, Node.Protocol.HTTPS, "u", "p:q"));
        assertThat(url.getApiKey()).isEqualTo("key");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(ElasticsearchUrl.parse("http://u:topsecret@b", null).toString())
                .doesNotContain("topsecret");
    }

    @Test
    void refusesAnythingElse() {
        assertThatThrownBy(() -> ElasticsearchUrl.parse("b:9200", null))
                .isInstanceOf(MissingSetting.class)
                .hasMessage("The environment variable ELASTICSEARCH_URL must be http://host:port.");
    }
}
