package org.consumptionaid.marketplace.certification;

/** What is certified. */
enum CertificateKind {
    /** The cooperative itself (供应商认证). */
    SUPPLIER,
    /** A cooperative's produce of one category (产品认证). */
    PRODUCT
}
