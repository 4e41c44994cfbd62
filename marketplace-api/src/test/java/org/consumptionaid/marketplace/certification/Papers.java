package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would say who writes down every decision about certificates and looks at the
 * calendar: the judge of random walks. Knows nothing of the rules it judges.
 */
final class Papers {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final int noticeDays;
    private final int validDays;
    private final Map<Holding, List<Paper>> papers = new HashMap<>();

    Papers(int noticeDays, int validDays) {
        this.noticeDays = noticeDays;
        this.validDays = validDays;
    }

    /**
     * What a certificate is for.
     *
     * @param category null: the organisation itself
     */
    record Holding(int organisation, @Nullable String category) {}

    /** One application and what has been decided about it. */
    static final class Paper {
        private boolean approved;
        private boolean suspended;
        private boolean revoked;
        private Instant begins = Instant.MAX;
        private Instant ends = Instant.MIN;

        boolean isInForce(Instant now) {
            return approved
                    && !suspended
                    && !revoked
                    && now.compareTo(begins) >= 0
                    && now.compareTo(ends) < 0;
        }

        private boolean stillCounts() {
            return approved && !revoked;
        }
    }

    Paper apply(Holding holding) {
        Paper paper = new Paper();
        papers.computeIfAbsent(holding, _ -> new ArrayList<>()).add(paper);
        return paper;
    }

    /** A decision that was taken; only the province's approval makes a certificate. */
    void decided(Holding holding, Paper paper, String action, boolean byProvince, Instant now) {
        switch (action) {
            case "APPROVE" -> {
                if (byProvince) {
                    approve(holding, paper, now);
                }
            }
            case "RETURN", "REFUSE" -> paper.approved = false;
            case "SUSPEND" -> paper.suspended = true;
            case "RESUME" -> paper.suspended = false;
            case "REVOKE" -> paper.revoked = true;
            default -> throw new IllegalArgumentException(action);
        }
    }

    boolean maySell(int organisation, String category, Instant now) {
        return isInForce(new Holding(organisation, null), now)
                && isInForce(new Holding(organisation, category), now);
    }

    /** When the last certificate of a holding ends, or long ago. */
    Instant lastEnd(Holding holding) {
        return of(holding)
                .filter(Paper::stillCounts)
                .map(paper -> paper.ends)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** A moment at which something begins or ends next, if anything does. */
    @Nullable Instant aBorder(Random random, Instant now) {
        List<Instant> borders =
                papers.values().stream()
                        .flatMap(List::stream)
                        .filter(Paper::stillCounts)
                        .flatMap(paper -> Stream.of(paper.begins, paper.ends))
                        .filter(border -> border.isAfter(now))
                        .sorted()
                        .limit(3)
                        .toList();
        return borders.isEmpty() ? null : borders.get(random.nextInt(borders.size()));
    }

    /** An application that has come to its end. */
    void drop(Holding holding, Paper paper) {
        Objects.requireNonNull(papers.get(holding)).remove(paper);
    }

    /** Leaves away what can never be in force again. */
    void forget(Instant now) {
        papers.values()
                .forEach(all ->
                        all.removeIf(paper ->
                                paper.revoked || (paper.approved && !paper.ends.isAfter(now))));
    }

    private boolean isInForce(Holding holding, Instant now) {
        return of(holding).anyMatch(paper -> paper.isInForce(now));
    }

    private Stream<Paper> of(Holding holding) {
        return Objects.requireNonNullElse(papers.get(holding), List.<Paper>of()).stream();
    }

    private void approve(Holding holding, Paper paper, Instant now) {
        ZonedDateTime day = now.atZone(CHINA).toLocalDate().atStartOfDay(CHINA);
        Instant afterNotice = day.plusDays(noticeDays + 1L).toInstant();
        Instant older = lastEnd(holding);
        paper.begins = older.isAfter(afterNotice) ? older : afterNotice;
        paper.ends =
                paper.begins
                        .atZone(CHINA)
                        .toLocalDate()
                        .plusDays(validDays)
                        .atStartOfDay(CHINA)
                        .toInstant();
        paper.approved = true;
    }
}
