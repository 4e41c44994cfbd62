package org.consumptionaid.marketplace.registration;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why an organisation cannot register, or a registration cannot be decided. */
public sealed interface RegistrationRefusal extends Refusal {
    /** The form or the check character is wrong (GB 32100-2015): most likely a slip of writing. */
    record NotACreditCode() implements RegistrationRefusal {}

    /** There is an organisation of this code, or one that waits for approval. */
    record CreditCodeTaken() implements RegistrationRefusal {}

    record UsernameTaken() implements RegistrationRefusal {}

    /** There is no such division, or, for a cooperative, it is none of the 832 counties. */
    record CountyNotOpen() implements RegistrationRefusal {}

    /** Fewer than 8 digits. */
    record NotAnAccount() implements RegistrationRefusal {}

    /** The operator has decided before. */
    record AlreadyDecided() implements RegistrationRefusal {}

    record TooManyRegistrations(long retryAfterSeconds) implements RegistrationRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case NotACreditCode() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-a-credit-code")
                            .at("creditCode");
            case CreditCodeTaken() ->
                    Problem.of(HttpStatus.CONFLICT, "credit-code-taken").at("creditCode");
            case UsernameTaken() ->
                    Problem.of(HttpStatus.CONFLICT, "username-taken").at("username");
            case CountyNotOpen() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "county-not-open")
                            .at("countyCode");
            case NotAnAccount() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-an-account")
                            .at("bankAccount");
            case AlreadyDecided() -> Problem.of(HttpStatus.CONFLICT, "registration-decided");
            case TooManyRegistrations(long seconds) ->
                    Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-registrations", seconds)
                            .with("retryAfterSeconds", seconds);
        };
    }
}
