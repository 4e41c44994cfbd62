package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a line's history of weights. Nobody edits one.
 *
 * @param shipment 1, 2, … of the order; 0 for what concerns the whole line
 * @param packages how many were ordered, shipped, closed or can be sold again; 0 for what a scale
 *     says
 * @param reason why the weight is another than what was expected; empty where none was needed
 * @param byOrganisation none if the platform wrote it
 */
public record LineWeight(
        int line,
        int shipment,
        WeightKind kind,
        long packages,
        long grams,
        String reason,
        @Nullable Instant at,
        @Nullable String byOrganisation) {

    static LineWeight of(int line, int shipment, WeightKind kind, long packages, long grams) {
        return new LineWeight(line, shipment, kind, packages, grams, "", null, null);
    }

    LineWeight because(String why) {
        return new LineWeight(line, shipment, kind, packages, grams, why, at, byOrganisation);
    }

    boolean is(WeightKind one) {
        return kind == one;
    }
}
