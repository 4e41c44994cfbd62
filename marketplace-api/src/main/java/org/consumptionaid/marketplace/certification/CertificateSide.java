package org.consumptionaid.marketplace.certification;

import org.consumptionaid.marketplace.identity.Role;
import org.jspecify.annotations.Nullable;

/** Whose step it is. */
enum CertificateSide {
    COOPERATIVE,
    COUNTY,
    PROVINCE,
    CLOCK;

    /** The side a person acts for; none for those who only look. */
    static @Nullable CertificateSide of(Role role) {
        return switch (role) {
            case COOPERATIVE -> COOPERATIVE;
            case COUNTY_REVIEWER -> COUNTY;
            case PROVINCE_REVIEWER -> PROVINCE;
            case BUYER, CANTEEN, EDUCATION_BUREAU, OPERATOR, AUDITOR -> null;
        };
    }
}
