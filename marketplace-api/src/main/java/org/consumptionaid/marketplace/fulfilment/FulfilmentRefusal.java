package org.consumptionaid.marketplace.fulfilment;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why goods do not leave, or a lot is not found. */
public sealed interface FulfilmentRefusal extends Refusal {
    /** The rules in force want a compliance certificate for every lot. */
    record LotCertificateMissing() implements FulfilmentRefusal {}

    /** The check digit or the form of a lot number is wrong: most likely a slip of writing. */
    record NotALotNumber() implements FulfilmentRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case LotCertificateMissing() ->
                    Problem.of(HttpStatus.CONFLICT, "lot-certificate-missing")
                            .at("certificate.basis");
            case NotALotNumber() ->
                    Problem.of(HttpStatus.BAD_REQUEST, "not-a-lot-number").at("number");
        };
    }
}
