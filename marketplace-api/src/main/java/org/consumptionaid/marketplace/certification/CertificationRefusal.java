package org.consumptionaid.marketplace.certification;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a certificate stands in the way. */
public sealed interface CertificationRefusal extends Refusal {
    /**
     * The supplier certificate of the cooperative or its product certificate of the category is not
     * in force now.
     */
    record NotInForce() implements CertificationRefusal {}

    /**
     * The check digit or the form of a certificate number is wrong: most likely a slip of writing.
     */
    record NotANumber() implements CertificationRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case NotInForce() -> Problem.of(HttpStatus.CONFLICT, "certificate-not-in-force");
            case NotANumber() ->
                    Problem.of(HttpStatus.BAD_REQUEST, "not-a-certificate-number").at("number");
        };
    }
}
