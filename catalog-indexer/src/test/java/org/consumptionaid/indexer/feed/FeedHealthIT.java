package org.consumptionaid.indexer.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.consumptionaid.indexer.Catalogue;
import org.consumptionaid.indexer.SearchIndex;
import org.consumptionaid.indexer.Stack;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class FeedHealthIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Catalogue catalogue = Stack.newCatalogue();

    @Test
    void theFirstUpMeansThatSearchWorks() {
        catalogue.addUntold("苹果", 2_000);
        try (SearchIndex search = new SearchIndex()) {
            search.deleteAll();
            try (ConfigurableApplicationContext indexer = Stack.startIndexer(catalogue)) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> get(indexer, "/actuator/health").statusCode() == 200);

                assertThat(search.listed()).hasSize(2_000);
                assertThat(get(indexer, "/actuator/health").body())
                        .contains("\"liveIndex\":\"" + catalogue.live())
                        .contains("\"pending\":0", "\"parked\":0");
                showsItsFigures(indexer);
                servesNothingElse(indexer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void showsItsFigures(ConfigurableApplicationContext indexer) {
        assertThat(get(indexer, "/actuator/prometheus").body())
                .contains("\ncatalog_feed_pending ")
                .contains("\ncatalog_feed_lag_seconds ")
                .contains("\ncatalog_feed_indexed_total ")
                .contains("\ncatalog_feed_parked_total ")
                .contains("\ncatalog_rebuild_documents 2000");
    }

    private void servesNothingElse(ConfigurableApplicationContext indexer) {
        for (String path :
                new String[] {"/", "/actuator", "/actuator/env", "/actuator/shutdown", "/error"}) {
            assertThat(get(indexer, path).statusCode()).as(path).isGreaterThanOrEqualTo(400);
        }
    }

    private HttpResponse<String> get(ConfigurableApplicationContext indexer, String path) {
        String port = indexer.getEnvironment().getRequiredProperty("local.server.port");
        URI uri = URI.create("http://localhost:" + port + path);
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
