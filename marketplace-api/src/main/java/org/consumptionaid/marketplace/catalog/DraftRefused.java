package org.consumptionaid.marketplace.catalog;

import org.consumptionaid.marketplace.shared.Refusal;

/** Why none of many drafts was saved. It has no stack trace: it is an answer. */
public final class DraftRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final transient Refusal refusal;

    DraftRefused(int position, Refusal refusal) {
        super(position + ": " + refusal.problem().code(), null, false, false);
        this.position = position;
        this.refusal = refusal;
    }

    /** Which draft, from 0. */
    public int position() {
        return position;
    }

    public Refusal refusal() {
        return refusal;
    }
}
