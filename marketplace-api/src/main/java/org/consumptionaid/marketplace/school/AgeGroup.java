package org.consumptionaid.marketplace.school;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The age groups of WS/T 554-2017. */
public enum AgeGroup {
    AGE_6_8("6-8"),
    AGE_9_11("9-11"),
    AGE_12_14("12-14"),
    AGE_15_17("15-17");

    private final String years;

    AgeGroup(String years) {
        this.years = years;
    }

    @JsonValue
    public String years() {
        return years;
    }

    @JsonCreator
    static AgeGroup of(String years) {
        return Arrays.stream(values())
                .filter(group -> group.years.equals(years))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such age group: " + years));
    }
}
