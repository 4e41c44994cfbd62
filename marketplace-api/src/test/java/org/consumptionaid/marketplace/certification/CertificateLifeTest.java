package org.consumptionaid.marketplace.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateLifeTest {
    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void leadsFromTheApplicationToEveryPhase() {
        Set<CertificatePhase> reached = EnumSet.of(CertificatePhase.NONE);
        for (int i = 0; i < CertificatePhase.values().length; i++) {
            CertificateLife.TABLE.stream()
                    .filter(edge -> reached.contains(edge.from()))
                    .map(CertificateEdge::to)
                    .collect(Collectors.toList())
                    .forEach(reached::add);
        }

        assertThat(reached).containsExactlyInAnyOrder(CertificatePhase.values());
    }

    @Test
    void endsWhereItIsRefusedRevokedOrExpired() {
        Set<CertificatePhase> ends = EnumSet.allOf(CertificatePhase.class);
        CertificateLife.TABLE.forEach(edge -> ends.remove(edge.from()));

        assertThat(ends)
                .containsExactlyInAnyOrder(
                        CertificatePhase.REFUSED,
                        CertificatePhase.REVOKED,
                        CertificatePhase.EXPIRED);
    }

    @Test
    void givesTheCooperativeNoStepTowardsSelling() {
        List<CertificateEdge> own =
                CertificateLife.TABLE.stream()
                        .filter(edge -> edge.by() == CertificateSide.COOPERATIVE)
                        .toList();

        assertThat(own).isNotEmpty().allMatch(edge -> edge.to() == CertificatePhase.COUNTY_REVIEW);
    }

    @ParameterizedTest
    @CsvSource({"RETURN", "REFUSE"})
    void refusesToSendAnApplicationBackWithoutAReason(CertificateAction action) {
        assertThatThrownBy(() ->
                        CertificateRules.step(
                                CertificatePhase.COUNTY_REVIEW,
                                action,
                                CertificateSide.COUNTY,
                                " "))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isEqualTo(new CertificationRefusal.ReasonMissing()));
    }

    @Test
    void countsTheNoticeFromTheDayAfterTheApproval() {
        CertificateTerm term = CertificateTerm.of(MONDAY_MORNING, null, 5, 730);

        assertThat(term.noticeUntil()).isEqualTo("2026-11-28T16:00:00Z"); // Sunday 00:00 in China
        assertThat(term.validFrom()).isEqualTo(term.noticeUntil());
        assertThat(term.validUntil()).isEqualTo("2028-11-27T16:00:00Z");
    }

    @Test
    void beginsAtOnceWhereNoNoticeIsAskedFor() {
        assertThat(CertificateTerm.of(MONDAY_MORNING, null, 0, 730).validFrom())
                .isEqualTo(MONDAY_MORNING);
    }

    @Test
    void beginsARenewalAtTheSecondTheOlderOneEnds() {
        Instant older = Instant.parse("2027-01-01T00:00:07Z");

        CertificateFacts renewal = approved(CertificateTerm.of(MONDAY_MORNING, older, 5, 730));

        assertThat(renewal.phase(older.minusSeconds(1))).isEqualTo(CertificatePhase.APPROVED);
        assertThat(renewal.phase(older)).isEqualTo(CertificatePhase.IN_FORCE);
    }

    @Test
    void isInForceUntilTheSecondItEndsAndNotInIt() {
        CertificateTerm term = CertificateTerm.of(MONDAY_MORNING, null, 0, 1);
        CertificateFacts facts = approved(term);
        Instant end = term.validUntil();

        assertThat(facts.phase(end.minus(Duration.ofNanos(1))))
                .isEqualTo(CertificatePhase.IN_FORCE);
        assertThat(facts.phase(end)).isEqualTo(CertificatePhase.EXPIRED);
    }

    private static CertificateFacts approved(CertificateTerm term) {
        return new CertificateFacts(CertificatePhase.PROVINCE_REVIEW, null, null, null)
                .approved(term);
    }
}
