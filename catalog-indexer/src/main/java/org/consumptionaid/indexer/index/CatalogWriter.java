package org.consumptionaid.indexer.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes documents by {@code _bulk}.
 *
 * <p>{@code external_gte} lets Elasticsearch decide races: writes may arrive twice and in any
 * order, the highest version stays. Writes go to an index by its feed alias and require it to be
 * one; otherwise the first write after somebody deleted the index would create a new one that
 * guesses its mapping.
 */
@Component
public class CatalogWriter {

    /** 100, 200, 400 and 800 ms lie between them; a longer trouble is the caller's to wait for. */
    private static final int ATTEMPTS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final ElasticsearchClient client;

    CatalogWriter(ElasticsearchClient client) {
        this.client = client;
    }

    /**
     * Writes every document to every index.
     *
     * @throws IndexMissing an index does not exist
     * @throws IndexUnavailable some documents could not be written and are not to blame; others may
     *     have been
     */
    public WriteResult write(Collection<String> indices, Collection<CatalogDocument> documents) {
        List<BulkOperation> open = operations(indices, documents);
        Map<UUID, String> refused = new TreeMap<>();
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            BulkAnswer answer = BulkAnswer.of(send(open), attempt == ATTEMPTS);
            refused.putAll(answer.refused());
            open = answer.again().stream().map(open::get).toList();
            if (!open.isEmpty()) {
                pauseAfter(attempt);
            }
        }
        return new WriteResult(documents.size() - refused.size(), refused);
    }

    private List<BulkItem> send(List<BulkOperation> operations) {
        return ElasticsearchCall.of(() ->
                client
                        .bulk(request ->
                                request.operations(operations)
                                        .requireAlias(true)
                                        .includeSourceOnError(false))
                        .items()
                        .stream()
                        .map(BulkItem::of)
                        .toList());
    }

    private static List<BulkOperation> operations(
            Collection<String> indices, Collection<CatalogDocument> documents) {
        return documents.stream().flatMap(document -> operations(indices, document)).toList();
    }

    private static Stream<BulkOperation> operations(
            Collection<String> indices, CatalogDocument document) {
        BinaryData body = BinaryData.of(document.json(), ContentType.APPLICATION_JSON);
        return indices.stream().map(index -> operation(index, document, body));
    }

    private static BulkOperation operation(
            String index, CatalogDocument document, BinaryData body) {
        return BulkOperation.of(operation ->
                operation.<BinaryData>index(write ->
                        write.index(IndexDefinition.feedAlias(index))
                                .id(document.id().toString())
                                .version(document.version())
                                .versionType(VersionType.ExternalGte)
                                .document(body)));
    }

    private static void pauseAfter(int attempt) {
        try {
            Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexUnavailable(e);
        }
    }
}
