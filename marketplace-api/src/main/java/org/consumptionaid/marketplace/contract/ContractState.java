package org.consumptionaid.marketplace.contract;

/** How a contract stands; it follows from who signed and what became of the order. */
public enum ContractState {
    /** Nobody signed: what it says still follows the order. */
    DRAFT,
    /** One side signed; what it says is frozen. */
    HALF_SIGNED,
    IN_FORCE,
    /** The order was changed: the other order's contract stands in its place. */
    REPLACED,
    /** The order was cancelled, or nothing of it was accepted. */
    CALLED_OFF;

    static ContractState of(int signatures, boolean replaced, boolean off) {
        if (replaced) {
            return REPLACED;
        }
        if (off) {
            return CALLED_OFF;
        }
        return switch (signatures) {
            case 0 -> DRAFT;
            case 1 -> HALF_SIGNED;
            default -> IN_FORCE;
        };
    }

    boolean maySign() {
        return this == DRAFT || this == HALF_SIGNED;
    }
}
