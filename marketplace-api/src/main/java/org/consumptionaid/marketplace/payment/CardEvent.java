package org.consumptionaid.marketplace.payment;

/** An event whose signature was right. */
public record CardEvent(String id, String type, String payload) {}
