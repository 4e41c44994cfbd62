package org.consumptionaid.marketplace.menu;

import java.time.LocalDate;
import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a menu is not taken. */
public sealed interface MenuRefusal extends Refusal {
    record UnknownDish(String code) implements MenuRefusal {}

    record UnknownIngredient(String code) implements MenuRefusal {}

    record DishTwice(String dish) implements MenuRefusal {}

    /** Schools may not serve it. */
    record Banned(String dish, Dish.Ban ban) implements MenuRefusal {}

    /** No lunch is served that day. */
    record NoSchool(LocalDate day) implements MenuRefusal {}

    /** The week to copy has no menu. */
    record NothingToCopy() implements MenuRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case UnknownDish(String code) -> invalid("unknown-dish", code).at("dishes");
            case UnknownIngredient(String code) -> invalid("unknown-ingredient", code).at("items");
            case DishTwice(String dish) -> invalid("dish-twice", dish).at("dishes");
            case Banned(String dish, Dish.Ban ban) ->
                    invalid(ban.problem(), dish, ban.because()).at("dishes");
            case NoSchool(LocalDate day) -> invalid("no-school-day", day.toString()).at("day");
            case NothingToCopy() -> invalid("no-menu-to-copy").at("from");
        };
    }

    private static Problem invalid(String code, Object... arguments) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, arguments);
    }
}
