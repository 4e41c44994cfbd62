package org.consumptionaid.indexer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.consumptionaid.indexer.feed.Diagnosis.HalfSwapped;
import org.consumptionaid.indexer.feed.Diagnosis.Healthy;
import org.consumptionaid.indexer.feed.Diagnosis.Leftovers;
import org.consumptionaid.indexer.feed.Diagnosis.RebuildNeeded;
import org.consumptionaid.indexer.index.IndicesFound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    private static final String HASH = "aa";
    private static final IndicesFound NO_INDEX = new IndicesFound(Map.of(), Set.of());
    private static final IndicesFound OLD = new IndicesFound(Map.of("old", HASH), Set.of("old"));
    private static final IndicesFound OLD_AND_NEW =
            new IndicesFound(Map.of("old", HASH, "new", HASH), Set.of("old"));

    @Test
    void isHealthyWhenSearchReadsTheOnlyIndexAndItIsLive() {
        assertThat(diagnose("old", null, OLD)).isEqualTo(new Healthy());
    }

    @Test
    void rebuildsWhenThereWasNeverAnIndex() {
        assertThat(diagnose(null, null, NO_INDEX))
                .isEqualTo(new RebuildNeeded("there is no index yet", null));
    }

    @Test
    void rebuildsWhenElasticsearchLostTheLiveIndex() {
        assertThat(diagnose("old", null, NO_INDEX))
                .isEqualTo(new RebuildNeeded("there is no index old", null));
    }

    @Test
    void rebuildsWhenSearchReadsNothing() {
        IndicesFound noAlias = new IndicesFound(Map.of("old", HASH), Set.of());

        assertThat(diagnose("old", null, noAlias))
                .isEqualTo(new RebuildNeeded("search does not read old", "old"));
    }

    @Test
    void rebuildsWhenTheDefinitionChanged() {
        assertThat(Diagnosis.of(new IndexNames("old", null), OLD, "bb", null))
                .isEqualTo(new RebuildNeeded("old was made from another definition", "old"));
    }

    @Test
    void leavesAnotherReleasesDefinitionAloneOnceItsOwnWasSeen() {
        assertThat(Diagnosis.of(new IndexNames("new", null), only("new", "bb"), null, null))
                .isEqualTo(new Healthy());
    }

    @Test
    void rebuildsOnlyTheIndexThatTheRequestMeant() {
        assertThat(Diagnosis.of(new IndexNames("old", null), OLD, HASH, "old"))
                .isEqualTo(new RebuildNeeded("it was asked for", "old"));
        assertThat(Diagnosis.of(new IndexNames("new", null), only("new", HASH), HASH, "old"))
                .isEqualTo(new Healthy());
    }

    @Test
    void startsOverAnInterruptedRebuildAndKeepsFeedingTheLiveIndex() {
        assertThat(diagnose("old", "new", OLD_AND_NEW))
                .isEqualTo(new RebuildNeeded("the rebuild into new was interrupted", "old"));
    }

    @Test
    void finishesASwapThatTheDatabaseMissed() {
        IndicesFound swapped = new IndicesFound(Map.of("old", HASH, "new", HASH), Set.of("new"));

        assertThat(diagnose("old", "new", swapped)).isEqualTo(new HalfSwapped("new"));
        assertThat(diagnose(null, "new", only("new", HASH))).isEqualTo(new HalfSwapped("new"));
    }

    @Test
    void clearsAwayWhatNobodyReadsOrWrites() {
        assertThat(diagnose("old", null, OLD_AND_NEW)).isEqualTo(new Leftovers("old"));
    }

    private static Diagnosis diagnose(
            @Nullable String live, @Nullable String next, IndicesFound found) {
        return Diagnosis.of(new IndexNames(live, next), found, HASH, null);
    }

    private static IndicesFound only(String index, String hash) {
        return new IndicesFound(Map.of(index, hash), Set.of(index));
    }
}
