package org.consumptionaid.console.shop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consumptionaid.console.market.SearchResult.Facet;
import org.jspecify.annotations.Nullable;

/** The categories one can narrow a search down to, each before what belongs to it. */
public final class FacetTree {

    private final List<Facet> values;
    private final Map<String, String> parents = new HashMap<>();

    FacetTree(List<Facet> values) {
        this.values = values;
        for (Facet value : values) {
            if (value.parent() != null) {
                parents.put(value.key(), value.parent());
            }
        }
    }

    public List<Facet> values() {
        return values;
    }

    /** 0 at the top. */
    public int depth(Facet value) {
        int depth = 0;
        for (String at = value.parent(); at != null; at = parents.get(at)) {
            depth++;
        }
        return depth;
    }

    /** Whether one belongs to the other, or they are the same. */
    boolean areRelated(String one, String other) {
        return isWithin(one, other) || isWithin(other, one);
    }

    private boolean isWithin(String inner, String outer) {
        for (@Nullable String at = inner; at != null; at = parents.get(at)) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }
}
