package org.consumptionaid.marketplace.sheets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its row says.
 *
 * @param titles of the file's columns
 * @param goodRowsOnly what the cooperative chose; none yet
 */
record ImportJob(
        UUID id,
        UUID organisationId,
        UUID personId,
        String fileName,
        ImportState state,
        List<String> titles,
        int rows,
        int added,
        int changed,
        int unchanged,
        int bad,
        @Nullable Boolean goodRowsOnly,
        Instant createdAt) {

    int good() {
        return added + changed + unchanged;
    }

    int checked() {
        return good() + bad;
    }

    boolean appliesGoodRowsOnly() {
        return Boolean.TRUE.equals(goodRowsOnly);
    }
}
