package org.consumptionaid.marketplace.certification;

/**
 * Where an application or certificate stands at a moment. The four from {@link #PUBLIC_NOTICE} to
 * {@link #EXPIRED} differ by the clock alone and are stored as one.
 */
public enum CertificatePhase {
    /** Before the application. */
    NONE,
    COUNTY_REVIEW,
    PROVINCE_REVIEW,
    /** Given back to the cooperative for correction. */
    RETURNED,
    REFUSED,
    /** Approved; objections are heard. */
    PUBLIC_NOTICE,
    /** Approved and undisputed; begins when an older certificate ends. */
    APPROVED,
    IN_FORCE,
    EXPIRED,
    SUSPENDED,
    REVOKED;

    /** What is written to the row for it. */
    CertificatePhase stored() {
        return switch (this) {
            case PUBLIC_NOTICE, APPROVED, IN_FORCE, EXPIRED -> IN_FORCE;
            case NONE, COUNTY_REVIEW, PROVINCE_REVIEW, RETURNED, REFUSED, SUSPENDED, REVOKED ->
                    this;
        };
    }
}
