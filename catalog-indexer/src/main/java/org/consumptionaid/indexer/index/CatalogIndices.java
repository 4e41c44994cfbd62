package org.consumptionaid.indexer.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.ElasticsearchIndicesClient;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.json.JsonData;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes, finds, points at and removes the catalogue's indices. Any call may throw {@link
 * IndexUnavailable}.
 */
@Component
public class CatalogIndices {

    private static final String SEARCH_ALIAS = IndexDefinition.SEARCH_ALIAS;
    private static final List<String> OURS_AND_SEARCHED =
            List.of(SEARCH_ALIAS + "-*", SEARCH_ALIAS);

    private final IndexDefinition definition = IndexDefinition.load();
    private final ElasticsearchClient client;
    private final ElasticsearchIndicesClient indices;
    private final Clock clock;

    /** Of an index made from now on; a changed number takes effect with the next rebuild. */
    private final int replicas;

    CatalogIndices(
            ElasticsearchClient client, Clock clock, @Value("${INDEX_REPLICAS:0}") int replicas) {
        this.client = client;
        this.indices = client.indices();
        this.clock = clock;
        this.replicas = replicas;
    }

    /** Hash of the definition that this process brings with it. */
    public String hash() {
        return definition.hash();
    }

    /** Looks what there is. */
    public IndicesFound find() {
        Map<String, String> hashes = new TreeMap<>();
        Set<String> searched = new TreeSet<>();
        get().forEach((name, state) -> {
            if (state.aliases().containsKey(SEARCH_ALIAS)) {
                searched.add(name);
            }
            if (IndexDefinition.isOurs(name)) {
                hashes.put(name, hashOf(state));
            }
        });
        return new IndicesFound(hashes, searched);
    }

    /** Whether a search is answered; not while a shard is missing, for one. */
    public boolean answersSearches() {
        try {
            ElasticsearchCall.of(() -> client.count(count -> count.index(SEARCH_ALIAS)));
            return true;
        } catch (IndexUnavailable e) {
            return false;
        }
    }

    /**
     * Creates an empty index and returns its name. Nobody searches it before it is {@linkplain
     * #complete}, so until then it does not refresh: that would only make small segments to merge.
     */
    public String create() {
        String name = definition.nameAt(clock.instant());
        StringReader body = new StringReader(definition.bodyFor(name, replicas));
        ElasticsearchCall.of(() -> indices.create(index -> index.index(name).withJson(body)));
        return name;
    }

    /** Makes all that was written so far visible to search, and from now on what follows. */
    public void complete(String index) {
        StringReader body = new StringReader(definition.settingsWhenComplete());
        ElasticsearchCall.of(
                () -> indices.putSettings(settings -> settings.index(index).withJson(body)));
        ElasticsearchCall.of(() -> indices.refresh(refresh -> refresh.index(index)));
    }

    /** Lets search read this index and no other, in one step. */
    public void pointSearchAt(String index) {
        Stream<Action> leave =
                find().searched().stream()
                        .filter(old -> !old.equals(index))
                        .map(CatalogIndices::leave);
        List<Action> actions = Stream.concat(leave, Stream.of(enter(index))).toList();
        ElasticsearchCall.of(() -> indices.updateAliases(update -> update.actions(actions)));
    }

    /** Removes every index of ours but one. */
    public void deleteAllExcept(@Nullable String kept) {
        find().hashes().keySet().stream()
                .filter(name -> !name.equals(kept))
                .forEach(name -> ElasticsearchCall.of(() -> indices.delete(d -> d.index(name))));
    }

    private Map<String, IndexState> get() {
        return ElasticsearchCall.of(() ->
                        indices.get(get ->
                                get.index(OURS_AND_SEARCHED)
                                        .ignoreUnavailable(true)
                                        .allowNoIndices(true)))
                .indices();
    }

    private static String hashOf(IndexState state) {
        JsonData hash = state.mappings() == null ? null : state.mappings().meta().get("hash");
        return hash == null ? "" : hash.to(String.class);
    }

    private static Action enter(String index) {
        return Action.of(action ->
                action.add(add ->
                        add.index(index)
                                .alias(SEARCH_ALIAS)
                                .filter(f -> f.term(t -> t.field("listed").value(true)))));
    }

    private static Action leave(String index) {
        return Action.of(
                action -> action.remove(remove -> remove.index(index).alias(SEARCH_ALIAS)));
    }
}
