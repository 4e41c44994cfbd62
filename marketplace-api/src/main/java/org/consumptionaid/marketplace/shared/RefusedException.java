package org.consumptionaid.marketplace.shared;

/**
 * Carries a refusal out of a pipeline and rolls its transaction back. It has no stack trace: it is
 * an answer.
 */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.problem().code(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
