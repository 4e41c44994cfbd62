package org.consumptionaid.marketplace.certification;

/** What moves a certificate. */
enum CertificateAction {
    APPLY,
    RESUBMIT,
    APPROVE,
    RETURN,
    REFUSE,
    SUSPEND,
    RESUME,
    REVOKE,
    /** A moment has come. */
    TIME;

    /** Whoever is affected must be told why. */
    boolean needsReason() {
        return switch (this) {
            case RETURN, REFUSE, SUSPEND, RESUME, REVOKE -> true;
            case APPLY, RESUBMIT, APPROVE, TIME -> false;
        };
    }
}
