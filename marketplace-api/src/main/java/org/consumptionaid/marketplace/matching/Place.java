package org.consumptionaid.marketplace.matching;

import org.jspecify.annotations.Nullable;

/**
 * Where a canteen or a cooperative is.
 *
 * @param county division code of six digits; the first four are the prefecture, the first two the
 *     province
 * @param longitude in degrees; none where the county has no coordinate
 */
public record Place(String county, @Nullable Double longitude, @Nullable Double latitude) {
    private static final int PREFECTURE_DIGITS = 4;
    private static final int PROVINCE_DIGITS = 2;
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** Over the great circle; -1 where one of the two has no coordinate. */
    long metresTo(Place other) {
        if (longitude == null
                || latitude == null
                || other.longitude == null
                || other.latitude == null) {
            return -1;
        }
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double chord =
                Math.pow(Math.sin(north), 2)
                        + Math.cos(Math.toRadians(latitude))
                                * Math.cos(Math.toRadians(other.latitude))
                                * Math.pow(Math.sin(east), 2);
        return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, chord))));
    }

    /** 0 the same county, 1 the same prefecture, 2 the same province, 3 elsewhere. */
    int tier(Place other) {
        if (county.equals(other.county)) {
            return 0;
        }
        if (same(other, PREFECTURE_DIGITS)) {
            return 1;
        }
        return same(other, PROVINCE_DIGITS) ? 2 : 3;
    }

    private boolean same(Place other, int digits) {
        return county.regionMatches(0, other.county, 0, digits);
    }
}
