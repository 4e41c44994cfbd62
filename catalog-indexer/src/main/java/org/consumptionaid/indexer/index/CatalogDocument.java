package org.consumptionaid.indexer.index;

import java.util.UUID;

/**
 * One product as search shall show it: the whole document as JSON text, and a version that only
 * grows.
 */
public record CatalogDocument(UUID id, long version, String json) {}
