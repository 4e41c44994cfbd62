package org.consumptionaid.indexer;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The index as those who search see it. */
public final class SearchIndex implements AutoCloseable {

    private static final int RESULTS_MAX = 10_000;

    private final ElasticsearchClient client =
            ElasticsearchClient.of(config -> config.host(Stack.ELASTICSEARCH.url()));

    /** Ids and versions of all documents of an index or an alias. */
    public Map<UUID, Long> versions(String index) {
        try {
            return client
                    .search(
                            s ->
                                    s.index(index)
                                            .version(true)
                                            .size(RESULTS_MAX)
                                            .source(c -> c.fetch(false)),
                            Void.class)
                    .hits()
                    .hits()
                    .stream()
                    .collect(
                            Collectors.toMap(
                                    SearchIndex::id, hit -> Objects.requireNonNull(hit.version())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<UUID> listed() {
        return versions("catalog").keySet();
    }

    /** Names of all indices there are. */
    public Set<String> indices() {
        try {
            return client.indices().get(get -> get.index("*")).indices().keySet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void create(String index) {
        try {
            client.indices().create(create -> create.index(index));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void pointSearchAt(String index) {
        try {
            client.indices()
                    .updateAliases(update ->
                            update.actions(a -> a.remove(r -> r.index("*").alias("catalog")))
                                    .actions(a -> a.add(x -> x.index(index).alias("catalog"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void deleteAll() {
        try {
            for (String index : indices()) {
                client.indices().delete(delete -> delete.index(index));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private static UUID id(Hit<Void> hit) {
        return UUID.fromString(Objects.requireNonNull(hit.id()));
    }
}
