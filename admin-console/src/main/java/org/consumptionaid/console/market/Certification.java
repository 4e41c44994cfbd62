package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application or certificate, as those it concerns see it. */
public record Certification(
        String id,
        String number,
        String kind,
        @Nullable String category,
        @Nullable String categoryName,
        String organisationName,
        String countyName,
        String province,
        String phase,
        String statement,
        List<String> attachments,
        List<Season> seasons,
        Instant appliedAt,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable Instant noticeUntil,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        List<Event> events,
        List<String> actions) {

    /** Why it was given back, refused or stopped; null while nobody has. */
    public @Nullable String objection() {
        boolean objected =
                switch (phase) {
                    case "RETURNED", "REFUSED", "SUSPENDED", "REVOKED" -> true;
                    default -> false;
                };
        return objected && !events.isEmpty() ? events.getLast().reason() : null;
    }

    /** Whether another application for the same is the way on. */
    public boolean renewable() {
        return switch (phase) {
            case "IN_FORCE", "EXPIRED", "REFUSED", "REVOKED" -> true;
            default -> false;
        };
    }

    /** A season's capacity, what it is reckoned from, and what of it is ordered or sold. */
    public record Season(
            LocalDate from,
            LocalDate to,
            String basis,
            long amountHundredths,
            long gramsPerUnit,
            long certifiedGrams,
            long drawnGrams) {

        public long leftGrams() {
            return certifiedGrams - drawnGrams;
        }
    }

    /** What an organisation decided, and why. */
    public record Event(
            Instant at,
            String action,
            String from,
            String to,
            String organisationName,
            String reason) {}

    /** A line of a list. */
    public record Summary(
            String id,
            String number,
            String kind,
            @Nullable String category,
            @Nullable String categoryName,
            String organisationName,
            String countyName,
            String phase,
            Instant appliedAt,
            @Nullable LocalDate dueOn,
            boolean overdue,
            @Nullable Instant validUntil) {}
}
