package org.consumptionaid.console.market;

import java.time.LocalDate;
import java.util.List;

/** A month of the schools of an education bureau. */
public record SchoolsMonth(
        LocalDate month, List<School> schools, List<County> counties, List<Mode> modes) {
    private static final long BASIS_POINTS = 10_000;

    public long acceptedFen() {
        return schools.stream().mapToLong(School::acceptedFen).sum();
    }

    /** What households earned of it. */
    public long householdFen() {
        return modes.stream().mapToLong(Mode::fen).sum();
    }

    public long mealsWithoutSample() {
        return schools.stream().mapToLong(School::mealsWithoutSample).sum();
    }

    public record School(
            String schoolId,
            String name,
            long orders,
            long acceptedFen,
            long acceptedGrams,
            long refusedGrams,
            long meals,
            long mealsWithoutSample,
            long openIncidents) {

        /** The share of what arrived that was refused. */
        public long refusedBasisPoints() {
            long all = acceptedGrams + refusedGrams;
            return all == 0 ? 0 : refusedGrams * BASIS_POINTS / all;
        }
    }

    public record County(String countyCode, String countyName, String province, long acceptedFen) {}

    public record Mode(String mode, long fen) {}
}
