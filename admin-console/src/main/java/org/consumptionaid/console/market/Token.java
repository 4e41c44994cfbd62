package org.consumptionaid.console.market;

/** Proof of sign-in, good for so many seconds. */
public record Token(String accessToken, long expiresInSeconds) {}
