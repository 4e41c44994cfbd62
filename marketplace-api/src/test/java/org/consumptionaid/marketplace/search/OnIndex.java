package org.consumptionaid.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.consumptionaid.localstack.LocalElasticsearch;
import org.consumptionaid.localstack.RepositoryRoot;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test on a real index with the demonstration catalogue, filled as an indexer would. */
@MarketplaceTest
abstract class OnIndex {
    static final LocalElasticsearch ELASTICSEARCH = LocalElasticsearch.start(null, 0);

    private static final String INDEX = "catalog-it";
    private static final String ALIASES =
            """
            {"actions":[{"add":{"index":"%s","alias":"catalog","filter":{"term":{"listed":true}}}}]}
            """
                    .formatted(INDEX);

    @Autowired Requests api;
    @Autowired private DatabaseClient database;

    @DynamicPropertySource
    static void index(DynamicPropertyRegistry settings) {
        settings.add("spring.elasticsearch.uris", ELASTICSEARCH::url);
    }

    @BeforeEach
    void fill() {
        if (elasticsearch()
                .head()
                .uri("/catalog")
                .exchange((_, answer) -> isMissing(answer.getStatusCode()))) {
            send("PUT", "/" + INDEX, mapping());
            send("POST", "/_aliases", ALIASES);
            send("POST", "/_bulk?refresh=true", bulk(documentTexts()));
        }
    }

    /** Removes the index, so that the next test fills it from its own database. */
    static void drop() {
        elasticsearch().delete().uri("/" + INDEX).exchange((_, answer) -> answer.getStatusCode());
    }

    /** Carries one product into the index. */
    void index(String productId) {
        List<String> document =
                documentTexts().stream().filter(text -> text.contains(productId)).toList();
        assertThat(document).hasSize(1);
        send("POST", "/_bulk?refresh=true", bulk(document));
    }

    Answer search(String query) {
        Answer answer = api.get("", "/products?" + query);
        assertThat(answer.status()).as(query + ": " + answer.body()).isEqualTo(200);
        return answer;
    }

    static List<String> names(Answer answer) {
        return answer.body()
                .get("items")
                .valueStream()
                .map(one -> one.get("name").asString())
                .toList();
    }

    /** All documents on sale, as the database has them. */
    List<JsonNode> documents() {
        JsonMapper json = JsonMapper.builder().build();
        return documentTexts().stream().map(json::readTree).toList();
    }

    private List<String> documentTexts() {
        return Objects.requireNonNull(
                database.sql("SELECT document::text FROM catalog_document ORDER BY id")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());
    }

    private static String bulk(List<String> documents) {
        JsonMapper json = JsonMapper.builder().build();
        StringBuilder lines = new StringBuilder();
        for (String document : documents) {
            String id = json.readTree(document).get("id").asString();
            lines.append("{\"index\":{\"_index\":\"%s\",\"_id\":\"%s\"}}\n".formatted(INDEX, id))
                    .append(document)
                    .append('\n');
        }
        return lines.toString();
    }

    static void send(String method, String path, Object body) {
        String answer =
                elasticsearch()
                        .method(HttpMethod.valueOf(method))
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .retrieve()
                        .body(String.class);
        assertThat(answer).doesNotContain("\"errors\":true");
    }

    private static FileSystemResource mapping() {
        return new FileSystemResource(
                RepositoryRoot.find()
                        .resolve("catalog-indexer/src/main/resources/catalog-index.json"));
    }

    private static boolean isMissing(HttpStatusCode status) {
        return status.value() == 404;
    }

    private static RestClient elasticsearch() {
        return RestClient.create(ELASTICSEARCH.url());
    }
}
