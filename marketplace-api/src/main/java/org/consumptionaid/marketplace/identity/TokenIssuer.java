package org.consumptionaid.marketplace.identity;

/** Makes a bearer token for somebody whose password was right. */
@FunctionalInterface
interface TokenIssuer {
    String issue(Caller caller);
}
