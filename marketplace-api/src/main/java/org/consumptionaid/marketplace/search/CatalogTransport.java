package org.consumptionaid.marketplace.search;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * Asks Elasticsearch for answers as they are: it is near, and packing the counts of 832 counties
 * costs it more time than sending.
 */
@Component
class CatalogTransport implements Rest5ClientBuilderCustomizer {
    @Override
    public void customize(Rest5ClientBuilder builder) {
        // Only the HTTP client below it is set otherwise.
    }

    @Override
    public void customize(HttpAsyncClientBuilder http) {
        http.disableContentCompression();
    }
}
