package org.consumptionaid.console.market;

/** An evidence file that is kept. */
public record Attachment(String id, String name, String contentType, long bytes) {}
