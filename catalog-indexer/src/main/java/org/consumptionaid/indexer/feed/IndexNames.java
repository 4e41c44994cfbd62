package org.consumptionaid.indexer.feed;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The row of {@code catalog_index}: the index search reads, and the one a rebuild is filling. */
record IndexNames(@Nullable String live, @Nullable String next) {

    /** Where a change is to be written: nowhere before the first rebuild has begun. */
    List<String> toWrite() {
        return Stream.of(live, next).filter(Objects::nonNull).toList();
    }
}
