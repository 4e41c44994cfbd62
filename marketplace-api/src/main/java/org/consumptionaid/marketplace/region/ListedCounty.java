package org.consumptionaid.marketplace.region;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One of the 832 entries of the list.
 *
 * @param code today's six-digit code; none where the place is no division of its own
 * @param codeAtExit its code when it left the list
 * @param name today's name
 * @param listedName its name on the list
 * @param longitude in degrees, GCJ-02
 * @param latitude in degrees, GCJ-02
 */
public record ListedCounty(
        @Nullable String code,
        @Nullable String codeAtExit,
        String name,
        String listedName,
        String province,
        @Nullable String prefecture,
        int exitYear,
        @JsonProperty("supervised2020") boolean supervised,
        @Nullable String deepPovertyArea,
        @Nullable Double longitude,
        @Nullable Double latitude) {}
