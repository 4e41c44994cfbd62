package org.consumptionaid.marketplace.shared;

import org.springframework.http.HttpStatus;

/** Refusals that any operation may give. */
public sealed interface SharedRefusal extends Refusal {
    record IdempotencyKeyMissing() implements SharedRefusal {}

    record IdempotencyKeyInvalid() implements SharedRefusal {}

    /** The key came before with another input. */
    record IdempotencyKeyReused() implements SharedRefusal {}

    record VersionMissing() implements SharedRefusal {}

    record VersionInvalid() implements SharedRefusal {}

    /** What the caller last read has been changed since. */
    record StaleVersion() implements SharedRefusal {}

    record CursorInvalid() implements SharedRefusal {}

    /** There is nothing of this name, or nothing the caller may see. */
    record NotFound() implements SharedRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case IdempotencyKeyMissing() ->
                    Problem.of(HttpStatus.BAD_REQUEST, "idempotency-key-missing");
            case IdempotencyKeyInvalid() ->
                    Problem.of(HttpStatus.BAD_REQUEST, "idempotency-key-invalid");
            case IdempotencyKeyReused() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
            case VersionMissing() ->
                    Problem.of(HttpStatus.PRECONDITION_REQUIRED, "version-missing");
            case VersionInvalid() -> Problem.of(HttpStatus.BAD_REQUEST, "version-invalid");
            case StaleVersion() -> Problem.of(HttpStatus.PRECONDITION_FAILED, "stale-version");
            case CursorInvalid() ->
                    Problem.of(HttpStatus.BAD_REQUEST, "cursor-invalid").at("cursor");
            case NotFound() -> Problem.of(HttpStatus.NOT_FOUND, "not-found");
        };
    }
}
