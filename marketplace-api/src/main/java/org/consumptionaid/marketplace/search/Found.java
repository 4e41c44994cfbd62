package org.consumptionaid.marketplace.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index answered: documents, the exact total, and counts by code.
 *
 * @param fallback whether nothing was what was asked for, and this comes nearest
 */
record Found(
        List<ProductDocument> documents,
        long total,
        List<Count> counties,
        List<Count> categories,
        boolean fallback,
        @Nullable Cursor next) {

    record Count(String code, long count) {}
}
