package org.consumptionaid.marketplace.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A month of the schools of a bureau: what was accepted of orders placed then, where it came from,
 * and what the kitchens noted.
 *
 * @param month its first day
 */
public record SchoolsMonth(
        LocalDate month,
        List<SchoolMonth> schools,
        List<CountyMoney> counties,
        List<ModeMoney> modes) {

    /** A school; a meal has no sample where none was kept of a dish that was cooked. */
    public record SchoolMonth(
            UUID schoolId,
            String name,
            long orders,
            long acceptedFen,
            long acceptedGrams,
            long refusedGrams,
            long meals,
            long mealsWithoutSample,
            long openIncidents) {}

    /** Money for what grew in a county. */
    public record CountyMoney(
            String countyCode, String countyName, String province, long acceptedFen) {}

    /** What of the money was earned by households in a mode, such as PURCHASE or WAGE. */
    public record ModeMoney(String mode, long fen) {}
}
