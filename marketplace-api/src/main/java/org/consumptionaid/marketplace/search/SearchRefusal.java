package org.consumptionaid.marketplace.search;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a search is not answered. */
public sealed interface SearchRefusal extends Refusal {
    record UnknownSort(String word) implements SearchRefusal {}

    record QueryTooLong(int mostCharacters) implements SearchRefusal {}

    record TooManyChoices(int most) implements SearchRefusal {}

    /** An order by distance needs a county that is known. */
    record NowhereToStart() implements SearchRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case UnknownSort(String word) ->
                    Problem.of(HttpStatus.BAD_REQUEST, "unknown-sort", word).at("sort");
            case QueryTooLong(int most) ->
                    Problem.of(HttpStatus.BAD_REQUEST, "query-too-long", most).at("q");
            case TooManyChoices(int most) ->
                    Problem.of(HttpStatus.BAD_REQUEST, "too-many-choices", most);
            case NowhereToStart() ->
                    Problem.of(HttpStatus.BAD_REQUEST, "nowhere-to-start").at("near");
        };
    }
}
