package org.consumptionaid.marketplace.search;

import java.util.Arrays;
import java.util.List;

/**
 * What a search can be narrowed down to. Choices of one facet are alternatives, those of several
 * must all hold; a facet's own choices never narrow its own counts.
 *
 * @see CatalogFacets how the index counts each of them
 * @see DatabaseSearchStore how the database filters by each of them
 */
enum Facet {
    COUNTY("county"),
    /** By its name, such as 甘肃省. */
    PROVINCE("province"),
    /** A category or anything below it. */
    CATEGORY("category"),
    /** Such as {@code GEOGRAPHICAL_INDICATION}. */
    CERTIFICATE("certificate"),
    /** A {@link PriceBand}. */
    PRICE_BAND("priceBand"),
    /** {@code now}, or nothing. */
    SEASON("season"),
    /** The province where it shall be delivered. */
    DELIVERY("delivery");

    static final String NOW = "now";

    /** Stands in a document for every province. */
    static final String EVERYWHERE = "*";

    private static final List<Facet> ALL = List.of(values());

    private final String parameter;

    Facet(String parameter) {
        this.parameter = parameter;
    }

    /** Its name in requests and answers. */
    String parameter() {
        return parameter;
    }

    static List<Facet> all() {
        return ALL;
    }

    static List<Facet> allBut(Facet one) {
        return Arrays.stream(values()).filter(facet -> facet != one).toList();
    }
}
