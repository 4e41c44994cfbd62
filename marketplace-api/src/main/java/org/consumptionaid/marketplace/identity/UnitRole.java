package org.consumptionaid.marketplace.identity;

/** What a person does for a budget unit; one may do several things, for several units. */
public enum UnitRole {
    /** Files, supervises, and keeps the roles and chains. */
    MANAGER,
    /** Asks for goods and orders them. */
    BUYER,
    APPROVER,
    /** Weighs and accepts what arrives. */
    RECEIVER,
    /** Keeps the budget lines and pays. */
    FINANCE
}
