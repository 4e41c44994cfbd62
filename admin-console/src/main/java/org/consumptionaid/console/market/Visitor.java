package org.consumptionaid.console.market;

import java.io.Serializable;
import java.time.Instant;

/** A signed-in person, the token to call the API with, and when it stops being good. */
public record Visitor(Person person, String token, Instant expiresAt) implements Serializable {

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "Visitor[" + person.username() + "]";
    }
}
