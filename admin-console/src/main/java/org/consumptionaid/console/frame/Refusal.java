package org.consumptionaid.console.frame;

import java.util.List;
import java.util.Map;
import org.consumptionaid.console.market.ApiProblem;
import org.jspecify.annotations.Nullable;

/**
 * Why a form was not taken: a sentence for the top of the page, and what is wrong with which field
 * or with which row of a file.
 */
public record Refusal(
        @Nullable String sentence,
        Map<String, String> fields,
        List<ApiProblem.RowError> rows,
        int status) {

    public static Refusal of(ApiProblem problem) {
        return new Refusal(problem.detail(), problem.fields(), problem.rows(), problem.status());
    }

    /**
     * An input the console itself cannot read; {@code message} is already in the page's language.
     */
    public static Refusal of(String field, String message) {
        return new Refusal(message, Map.of(field, message), List.of(), 422);
    }

    public @Nullable String of(String field) {
        return fields.get(field);
    }
}
