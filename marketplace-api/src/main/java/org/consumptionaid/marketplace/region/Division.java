package org.consumptionaid.marketplace.region;

import org.jspecify.annotations.Nullable;

/** A county-level division of today; coordinates in degrees, GCJ-02. */
public record Division(
        String code,
        String name,
        String prefecture,
        String province,
        @Nullable Double longitude,
        @Nullable Double latitude) {}
