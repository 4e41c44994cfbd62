package org.consumptionaid.console.market;

/** A county-level division of today. */
public record Division(String code, String name, String prefecture, String province) {

    /** As people choose it: the name alone is not always one of a kind. */
    public String label() {
        return name + " · " + province + (prefecture.equals(province) ? "" : prefecture);
    }
}
