package org.consumptionaid.console.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that wants to trade here, as the operator sees it.
 *
 * @param accountEnding the last four digits of its account
 */
public record Registration(
        String id,
        String number,
        String kind,
        String name,
        String creditCode,
        String countyName,
        String province,
        String bankName,
        String accountEnding,
        String contactName,
        String contactPhone,
        String username,
        String state,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        String reason) {

    /** As the applicant sees it, who knows its number and the organisation's code. */
    public record State(
            String number,
            String name,
            String state,
            Instant submittedAt,
            @Nullable Instant decidedAt,
            String reason) {}
}
