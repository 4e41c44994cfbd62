package org.consumptionaid.marketplace.identity;

/** What a person may be in their organisation. */
public enum Role {
    /** 采购人 of a budget unit. */
    BUYER,
    /** School canteen (学校食堂). */
    CANTEEN,
    /** County cooperative (县域合作社). */
    COOPERATIVE,
    COUNTY_REVIEWER,
    PROVINCE_REVIEWER,
    EDUCATION_BUREAU,
    /** Runs the platform. */
    OPERATOR,
    AUDITOR
}
