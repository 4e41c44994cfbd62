package org.consumptionaid.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalElasticsearchIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static LocalElasticsearch node;

    @BeforeAll
    static void start() {
        node = LocalElasticsearch.start(null, 0);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void cutsChineseIntoWords() throws Exception {
        index("words");

        assertThat(tokens("words", "chinese", "昭通野生苹果5KG"))
                .containsExactly("昭通", "野生", "苹果", "5", "公斤");
        assertThat(tokens("words", "smartcn", "昭通野生苹果五公斤"))
                .containsExactly("昭通", "野生", "苹果", "五", "公斤");
    }

    @Test
    void knowsTheCommonComponentsByTheirOfficialNames() throws Exception {
        index("components");

        assertThat(tokens("components", "with_synonyms", "新鲜土豆"))
                .containsExactly("新鲜", "马铃薯", "洋芋", "土豆");
        assertThat(tokens("components", "one_word", "土豆马铃薯")).containsExactly("马铃薯");
        assertThat(tokens("components", "pairs", "昭通苹果Ａb")).containsExactly("昭通", "通苹", "苹果", "ab");
        assertThat(tokens("components", "prefixes", "昭通苹果")).containsExactly("昭", "昭通", "昭通苹");
        assertThat(tokens("components", "parts", "WiFi-500")).containsExactly("WiFi", "500");
    }

    @Test
    void deletingOneIndexLeavesTheAnalyzersOfOthersAlone() throws Exception {
        index("first");
        index("second");

        send("DELETE", "/first", "");

        send("POST", "/second/_doc/1?refresh=true", "{\"name\": \"新鲜马铃薯\"}");
        assertThat(send("GET", "/second/_search?q=name:马铃薯", ""))
                .contains("\"total\":{\"value\":1");
    }

    @Test
    void keepsWhatItAcknowledgedWhenKilled() throws Exception {
        index("kept");
        send("POST", "/kept/_doc/1", "{\"name\": \"苹果\"}");

        node.kill();
        assertThat(node.process().isAlive()).isFalse();
        node.restart();

        send("POST", "/kept/_refresh", "");
        assertThat(send("GET", "/kept/_doc/1", "")).contains("\"found\":true");
    }

    @Test
    void showsTheEndOfItsLogWhenItCannotStart(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("data"), "not a folder");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> LocalElasticsearch.start(data, 0))
                .withMessageContaining("elasticsearch ended with exit code 1 before it was ready")
                .withMessageContaining("FileAlreadyExistsException");
    }

    private static void index(String name) throws Exception {
        send("PUT", "/" + name, resource("index.json"));
    }

    private static String resource(String name) throws IOException {
        try (var stream = LocalElasticsearchIT.class.getResourceAsStream(name)) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> tokens(String index, String analyzer, String text)
            throws Exception {
        String body = "{\"analyzer\": \"%s\", \"text\": \"%s\"}".formatted(analyzer, text);
        return StripeJson.MAPPER
                .readTree(send("POST", "/" + index + "/_analyze", body))
                .get("tokens")
                .valueStream()
                .map(token -> token.get("token").asString())
                .toList();
    }

    private static String send(String method, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(node.url() + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).describedAs(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
