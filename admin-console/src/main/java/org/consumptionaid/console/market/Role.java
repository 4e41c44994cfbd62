package org.consumptionaid.console.market;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a person is here for; {@code OTHER} stands for a role newer than this console. */
public enum Role {
    BUYER,
    CANTEEN,
    COOPERATIVE,
    COUNTY_REVIEWER,
    PROVINCE_REVIEWER,
    EDUCATION_BUREAU,
    OPERATOR,
    AUDITOR,
    @JsonEnumDefaultValue
    OTHER;

    /** Whose pages carry a cart. */
    public boolean shops() {
        return this == BUYER || this == CANTEEN;
    }
}
