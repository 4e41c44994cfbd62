package org.consumptionaid.indexer.feed;

import org.consumptionaid.indexer.index.IndicesFound;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the indices, from what the database says of them and what Elasticsearch has.
 */
sealed interface Diagnosis {

    /** Search reads the live index, the feed writes it, and there is no other. */
    record Healthy() implements Diagnosis {}

    /** Search reads the new index already, the database does not know yet. */
    record HalfSwapped(String next) implements Diagnosis {}

    /**
     * Search does not have what it should have.
     *
     * @param usable the live index if there is one: to be fed until the new one takes over
     */
    record RebuildNeeded(String because, @Nullable String usable) implements Diagnosis {}

    /** Indices are left that nobody reads or writes. */
    record Leftovers(String live) implements Diagnosis {}

    /**
     * Decides; each finding makes those after it unimportant.
     *
     * @param hash the definition the live index must be made from; null: any
     * @param unwanted the index that somebody asked to have replaced
     */
    static Diagnosis of(
            IndexNames names,
            IndicesFound found,
            @Nullable String hash,
            @Nullable String unwanted) {
        String next = names.next();
        if (next != null && found.searchReads(next)) {
            return new HalfSwapped(next);
        }
        String live = names.live();
        if (live == null || !found.has(live)) {
            return new RebuildNeeded("there is no index " + (live == null ? "yet" : live), null);
        }
        String because = reasonToReplace(live, next, found, hash, unwanted);
        if (because != null) {
            return new RebuildNeeded(because, live);
        }
        return found.hashes().size() > 1 ? new Leftovers(live) : new Healthy();
    }

    private static @Nullable String reasonToReplace(
            String live,
            @Nullable String next,
            IndicesFound found,
            @Nullable String hash,
            @Nullable String unwanted) {
        if (next != null) {
            return "the rebuild into " + next + " was interrupted";
        }
        if (!found.searchReads(live)) {
            return "search does not read " + live;
        }
        if (hash != null && !hash.equals(found.hashes().get(live))) {
            return live + " was made from another definition";
        }
        return live.equals(unwanted) ? "it was asked for" : null;
    }
}
