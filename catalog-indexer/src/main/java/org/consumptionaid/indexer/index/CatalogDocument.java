package org.consumptionaid.indexer.index;

import java.util.UUID;

/** One product as search shall show it. */
public final class CatalogDocument {
    private final UUID id;
    private final long version;
    private final byte[] json;

    /**
     * @param version only grows
     * @param json the whole document in UTF-8, on one line; not to be changed any more
     */
    public CatalogDocument(UUID id, long version, byte[] json) {
        this.id = id;
        this.version = version;
        this.json = json;
    }

    public UUID id() {
        return id;
    }

    /** How much there is to send. */
    public int bytes() {
        return json.length;
    }

    long version() {
        return version;
    }

    byte[] json() {
        return json;
    }
}
