package org.consumptionaid.marketplace.fulfilment;

/** What a promise about a lot rests on. */
public enum LotBasis {
    /** The producer's own test (自行检测). */
    SELF_TEST,
    /** A test by somebody else (委托检测). */
    COMMISSIONED_TEST,
    /** The producer's quality control (内部质量控制). */
    INTERNAL_CONTROL,
    /** The producer's word (自我承诺). */
    SELF_PROMISE
}
