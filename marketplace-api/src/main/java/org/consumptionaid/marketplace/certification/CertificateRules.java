package org.consumptionaid.marketplace.certification;

import java.util.List;
import org.consumptionaid.marketplace.certification.CertificationRefusal.CategoryMissing;
import org.consumptionaid.marketplace.certification.CertificationRefusal.ReasonMissing;
import org.consumptionaid.marketplace.certification.CertificationRefusal.SeasonsMissing;
import org.consumptionaid.marketplace.certification.CertificationRefusal.SeasonsOverlap;
import org.consumptionaid.marketplace.certification.CertificationRefusal.WrongPhase;
import org.jspecify.annotations.Nullable;

/** Decides about applications and certificates. Knows no database and no clock. */
final class CertificateRules {
    private CertificateRules() {}

    /**
     * The step a side takes.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link WrongPhase}, {@link
     *     ReasonMissing}
     */
    static CertificateEdge step(
            CertificatePhase from,
            CertificateAction action,
            @Nullable CertificateSide by,
            String reason) {
        if (by == null) {
            throw new WrongPhase(from).asException();
        }
        CertificateEdge edge =
                CertificateLife.step(from, action, by)
                        .orElseThrow(() -> new WrongPhase(from).asException());
        if (action.needsReason() && reason.isBlank()) {
            throw new ReasonMissing().asException();
        }
        return edge;
    }

    /**
     * Whether an application says what its kind must.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link CategoryMissing},
     *     {@link SeasonsMissing}, {@link SeasonsOverlap}
     */
    static void check(CertificateForm form) {
        if (form.kind() == CertificateKind.SUPPLIER) {
            return;
        }
        if (form.category() == null) {
            throw new CategoryMissing().asException();
        }
        List<SeasonClaim> seasons = form.seasonsOrNone();
        if (seasons.isEmpty()) {
            throw new SeasonsMissing().asException();
        }
        for (int i = 0; i < seasons.size(); i++) {
            SeasonClaim season = seasons.get(i);
            if (!season.isInOrder() || seasons.subList(0, i).stream().anyMatch(season::overlaps)) {
                throw new SeasonsOverlap().asException();
            }
        }
    }
}
