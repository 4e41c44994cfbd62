package org.consumptionaid.indexer.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;

/** One call of Elastic's client, whose two kinds of failure become the one that callers know. */
@FunctionalInterface
interface ElasticsearchCall<T> {

    T send() throws IOException;

    static <T> T of(ElasticsearchCall<T> call) {
        try {
            return call.send();
        } catch (IOException | ElasticsearchException e) {
            throw new IndexUnavailable(e);
        }
    }
}
