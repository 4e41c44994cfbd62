package org.consumptionaid.marketplace.sheets;

/** Where an import stands. */
enum ImportState {
    CHECKING,
    /** The cooperative chooses now. */
    CHECKED,
    APPLYING,
    APPLIED,
    /** By a defect of ours; nothing of it is listed. */
    FAILED
}
