package org.consumptionaid.console.market;

/** A picture of a product; width and height are those of its largest size. */
public record Picture(String id, String alt, int width, int height) {}
