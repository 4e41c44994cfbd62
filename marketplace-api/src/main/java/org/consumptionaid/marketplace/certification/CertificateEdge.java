package org.consumptionaid.marketplace.certification;

/** One possible step of a certificate's life. */
record CertificateEdge(
        CertificatePhase from, CertificateAction action, CertificatePhase to, CertificateSide by) {
    /** Whether what may be sold, now or later, is another after it. */
    boolean changesWhatIsSold() {
        return (from.stored() == CertificatePhase.IN_FORCE)
                != (to.stored() == CertificatePhase.IN_FORCE);
    }
}
