package org.consumptionaid.marketplace.catalog;

import java.util.UUID;
import org.consumptionaid.marketplace.shared.Version;

/** One of many products to be saved together. */
public sealed interface ProductDraft {
    ProductForm form();

    record New(ProductForm form) implements ProductDraft {}

    /**
     * A product that is to be edited.
     *
     * @param read what the product was when it was last read
     */
    record Change(UUID id, Version read, ProductForm form) implements ProductDraft {}
}
