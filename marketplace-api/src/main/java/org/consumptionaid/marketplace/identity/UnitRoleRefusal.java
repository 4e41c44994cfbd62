package org.consumptionaid.marketplace.identity;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why somebody cannot act for a unit, or a role cannot be given or taken. */
public sealed interface UnitRoleRefusal extends Refusal {
    /** The unit keeps roles, and the caller holds none that may do this. */
    record RoleMissing(UnitRole role) implements UnitRoleRefusal {}

    /** Nobody who buys for a budget unit has this name, or no longer. */
    record UnknownPerson() implements UnitRoleRefusal {}

    record NameTaken() implements UnitRoleRefusal {}

    /** The first role a unit gives is its manager's. */
    record ManagerFirst() implements UnitRoleRefusal {}

    /** A unit that keeps roles keeps a manager. */
    record LastManager() implements UnitRoleRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case RoleMissing(UnitRole role) ->
                    Problem.of(HttpStatus.CONFLICT, "unit-role-missing").with("role", role.name());
            case UnknownPerson() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-person").at("username");
            case NameTaken() -> Problem.of(HttpStatus.CONFLICT, "username-taken").at("username");
            case ManagerFirst() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "manager-first").at("role");
            case LastManager() -> Problem.of(HttpStatus.CONFLICT, "last-manager");
        };
    }
}
