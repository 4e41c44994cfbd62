package org.consumptionaid.marketplace.identity;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why somebody is not let in. */
public sealed interface IdentityRefusal extends Refusal {
    /** The name or the password is wrong; which one is not said. */
    record WrongCredentials() implements IdentityRefusal {}

    /** Too many attempts for this name or from this address. */
    record TooManyAttempts(long retryAfterSeconds) implements IdentityRefusal {}

    /** No token, or one that is expired or not ours. */
    record NotSignedIn() implements IdentityRefusal {}

    /** Signed in, but the operation is not for this role. */
    record NotAllowed() implements IdentityRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case WrongCredentials() -> Problem.of(HttpStatus.UNAUTHORIZED, "wrong-credentials");
            case TooManyAttempts(long seconds) ->
                    Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", seconds)
                            .with("retryAfterSeconds", seconds);
            case NotSignedIn() -> Problem.of(HttpStatus.UNAUTHORIZED, "not-signed-in");
            case NotAllowed() -> Problem.of(HttpStatus.FORBIDDEN, "not-allowed");
        };
    }
}
