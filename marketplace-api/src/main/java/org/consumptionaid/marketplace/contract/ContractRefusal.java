package org.consumptionaid.marketplace.contract;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why there is no contract, or it is not signed. */
public sealed interface ContractRefusal extends Refusal {
    /** The order is a school canteen's: its bureau has a contract of its own. */
    record NoContractNeeded() implements ContractRefusal {}

    /** The order was changed into another, called off or sent back. */
    record ContractVoid() implements ContractRefusal {}

    /** The contract no longer says what the caller saw. */
    record ContractChanged() implements ContractRefusal {}

    /** Somebody signed for the caller's side before. */
    record SignedAlready() implements ContractRefusal {}

    /** The check digit is wrong. */
    record NotAContractNumber() implements ContractRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case NoContractNeeded() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-contract-needed");
            case ContractVoid() -> Problem.of(HttpStatus.CONFLICT, "contract-void");
            case ContractChanged() -> Problem.of(HttpStatus.CONFLICT, "contract-changed");
            case SignedAlready() -> Problem.of(HttpStatus.CONFLICT, "signed-already");
            case NotAContractNumber() ->
                    Problem.of(HttpStatus.BAD_REQUEST, "not-a-contract-number").at("number");
        };
    }
}
