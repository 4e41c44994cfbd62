package org.consumptionaid.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkAnswerTest {

    private static final UUID APPLE = new UUID(0, 1);
    private static final UUID POTATO = new UUID(0, 2);

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 409})
    void aNewerVersionAlreadyThereIsAsGoodAsAWrite(int status) {
        BulkAnswer answer = BulkAnswer.of(List.of(item(APPLE, status, null)), false);

        assertThat(answer.again()).isEmpty();
        assertThat(answer.refused()).isEmpty();
    }

    @Test
    void refusesOnlyTheDocumentThatIsToBlame() {
        BulkAnswer answer =
                BulkAnswer.of(
                        List.of(
                                item(APPLE, 400, "document_parsing_exception"),
                                item(POTATO, 201, null)),
                        false);

        assertThat(answer.refused()).containsOnlyKeys(APPLE);
    }

    @ParameterizedTest
    @CsvSource({
        "429, es_rejected_execution_exception",
        "503, unavailable_shards_exception",
        "403, cluster_block_exception",
        "400, index_closed_exception",
        "500, node_closed_exception"
    })
    void sendsAgainWhatTheClusterIsToBlameFor(int status, String errorType) {
        BulkAnswer answer =
                BulkAnswer.of(
                        List.of(item(APPLE, 201, null), item(POTATO, status, errorType)), false);

        assertThat(answer.again()).containsExactly(1);
        assertThat(answer.refused()).isEmpty();
    }

    @Test
    void failsTheWriteWhenTheClusterIsStillToBlameAtTheLastAttempt() {
        List<BulkItem> items = List.of(item(POTATO, 429, "es_rejected_execution_exception"));

        assertThatThrownBy(() -> BulkAnswer.of(items, true))
                .isInstanceOf(IndexUnavailable.class)
                .hasMessageContaining("1 documents were not taken");
    }

    @Test
    void refusesADocumentThatStillBreaksTheNodeAtTheLastAttempt() {
        BulkAnswer answer =
                BulkAnswer.of(List.of(item(APPLE, 500, "null_pointer_exception")), true);

        assertThat(answer.refused()).containsOnlyKeys(APPLE);
    }

    @Test
    void aMissingIndexIsNoFaultOfTheDocument() {
        List<BulkItem> items = List.of(item(APPLE, 404, "index_not_found_exception"));

        assertThatThrownBy(() -> BulkAnswer.of(items, false)).isInstanceOf(IndexMissing.class);
    }

    private static BulkItem item(UUID id, int status, @Nullable String errorType) {
        return new BulkItem(id, "catalog-20261123155429-0a1b2c3d", status, errorType, "because");
    }
}
