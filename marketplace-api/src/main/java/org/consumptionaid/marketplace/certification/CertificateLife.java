package org.consumptionaid.marketplace.certification;

import static org.consumptionaid.marketplace.certification.CertificateAction.APPLY;
import static org.consumptionaid.marketplace.certification.CertificateAction.APPROVE;
import static org.consumptionaid.marketplace.certification.CertificateAction.REFUSE;
import static org.consumptionaid.marketplace.certification.CertificateAction.RESUBMIT;
import static org.consumptionaid.marketplace.certification.CertificateAction.RESUME;
import static org.consumptionaid.marketplace.certification.CertificateAction.RETURN;
import static org.consumptionaid.marketplace.certification.CertificateAction.REVOKE;
import static org.consumptionaid.marketplace.certification.CertificateAction.SUSPEND;
import static org.consumptionaid.marketplace.certification.CertificateAction.TIME;
import static org.consumptionaid.marketplace.certification.CertificatePhase.APPROVED;
import static org.consumptionaid.marketplace.certification.CertificatePhase.COUNTY_REVIEW;
import static org.consumptionaid.marketplace.certification.CertificatePhase.EXPIRED;
import static org.consumptionaid.marketplace.certification.CertificatePhase.IN_FORCE;
import static org.consumptionaid.marketplace.certification.CertificatePhase.NONE;
import static org.consumptionaid.marketplace.certification.CertificatePhase.PROVINCE_REVIEW;
import static org.consumptionaid.marketplace.certification.CertificatePhase.PUBLIC_NOTICE;
import static org.consumptionaid.marketplace.certification.CertificatePhase.REFUSED;
import static org.consumptionaid.marketplace.certification.CertificatePhase.RETURNED;
import static org.consumptionaid.marketplace.certification.CertificatePhase.REVOKED;
import static org.consumptionaid.marketplace.certification.CertificatePhase.SUSPENDED;
import static org.consumptionaid.marketplace.certification.CertificateSide.CLOCK;
import static org.consumptionaid.marketplace.certification.CertificateSide.COOPERATIVE;
import static org.consumptionaid.marketplace.certification.CertificateSide.COUNTY;
import static org.consumptionaid.marketplace.certification.CertificateSide.PROVINCE;

import java.util.List;
import java.util.Optional;

/**
 * The whole life of a certificate, from the application on, as one table. The county reviews first
 * and again after every correction: who reviewed is responsible. Either office may stop sales at
 * once; only the province, which gave the certificate, restores or ends it. A renewal is another
 * application whose certificate begins when the older one ends. The clock's steps are written
 * nowhere: {@link CertificateFacts} derives them.
 */
final class CertificateLife {
    static final List<CertificateEdge> TABLE =
            List.of(
                    new CertificateEdge(NONE, APPLY, COUNTY_REVIEW, COOPERATIVE),
                    new CertificateEdge(COUNTY_REVIEW, APPROVE, PROVINCE_REVIEW, COUNTY),
                    new CertificateEdge(COUNTY_REVIEW, RETURN, RETURNED, COUNTY),
                    new CertificateEdge(COUNTY_REVIEW, REFUSE, REFUSED, COUNTY),
                    new CertificateEdge(RETURNED, RESUBMIT, COUNTY_REVIEW, COOPERATIVE),
                    new CertificateEdge(PROVINCE_REVIEW, APPROVE, PUBLIC_NOTICE, PROVINCE),
                    new CertificateEdge(PROVINCE_REVIEW, RETURN, RETURNED, PROVINCE),
                    new CertificateEdge(PROVINCE_REVIEW, REFUSE, REFUSED, PROVINCE),
                    new CertificateEdge(PUBLIC_NOTICE, RETURN, RETURNED, PROVINCE),
                    new CertificateEdge(PUBLIC_NOTICE, REFUSE, REFUSED, PROVINCE),
                    new CertificateEdge(PUBLIC_NOTICE, TIME, APPROVED, CLOCK),
                    new CertificateEdge(PUBLIC_NOTICE, TIME, IN_FORCE, CLOCK),
                    new CertificateEdge(APPROVED, REVOKE, REVOKED, PROVINCE),
                    new CertificateEdge(APPROVED, TIME, IN_FORCE, CLOCK),
                    new CertificateEdge(IN_FORCE, SUSPEND, SUSPENDED, COUNTY),
                    new CertificateEdge(IN_FORCE, SUSPEND, SUSPENDED, PROVINCE),
                    new CertificateEdge(IN_FORCE, REVOKE, REVOKED, PROVINCE),
                    new CertificateEdge(IN_FORCE, TIME, EXPIRED, CLOCK),
                    new CertificateEdge(SUSPENDED, RESUME, IN_FORCE, PROVINCE),
                    new CertificateEdge(SUSPENDED, REVOKE, REVOKED, PROVINCE));

    private CertificateLife() {}

    /** The step this side takes with this action from here, if there is one. */
    static Optional<CertificateEdge> step(
            CertificatePhase from, CertificateAction action, CertificateSide by) {
        return TABLE.stream()
                .filter(edge -> edge.from() == from && edge.action() == action && edge.by() == by)
                .findFirst();
    }

    /** What this side may do from here. */
    static List<CertificateAction> actions(CertificatePhase from, CertificateSide by) {
        return TABLE.stream()
                .filter(edge -> edge.from() == from && edge.by() == by)
                .map(CertificateEdge::action)
                .toList();
    }
}
