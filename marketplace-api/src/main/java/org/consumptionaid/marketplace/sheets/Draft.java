package org.consumptionaid.marketplace.sheets;

import java.util.UUID;
import org.consumptionaid.marketplace.catalog.ProductDraft;
import org.consumptionaid.marketplace.catalog.ProductForm;
import org.consumptionaid.marketplace.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * What a good row would do, as it is kept until the cooperative has chosen.
 *
 * @param id none for a new product
 * @param version what the product was when it was exported
 */
record Draft(@Nullable UUID id, @Nullable String version, ProductForm form) {
    ProductDraft forCatalog() {
        return id == null
                ? new ProductDraft.New(form)
                : new ProductDraft.Change(id, Version.ofIfMatch(version), form);
    }
}
