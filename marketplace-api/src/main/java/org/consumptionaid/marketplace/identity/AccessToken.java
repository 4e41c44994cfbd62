package org.consumptionaid.marketplace.identity;

/** A bearer token and for how long it is good. */
public record AccessToken(String accessToken, long expiresInSeconds) {}
