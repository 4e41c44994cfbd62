package org.consumptionaid.marketplace.shared;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a caller is told of a refusal, before it is put into the caller's language.
 *
 * @param code stable; the last part of the problem's {@code type} and the key of its sentence
 * @param arguments what the sentence names, in the order of its placeholders
 * @param field the input that is wrong, if it is one
 * @param facts further members of the answer, such as {@code available}
 * @param wrong what is wrong with each row of a file, if it is one
 */
public record Problem(
        HttpStatus status,
        String code,
        List<Object> arguments,
        @Nullable String field,
        Map<String, Object> facts,
        List<Wrong> wrong) {

    /**
     * One thing that is wrong with a file.
     *
     * @param row 1, 2, … of the file
     * @param column none if it is not one column
     * @param key of its sentence
     */
    public record Wrong(String field, int row, @Nullable String column, String key) {}

    public static Problem of(HttpStatus status, String code, Object... arguments) {
        return new Problem(status, code, List.of(arguments), null, Map.of(), List.of());
    }

    public Problem at(String wrongField) {
        return new Problem(status, code, arguments, wrongField, facts, wrong);
    }

    public Problem with(String name, Object fact) {
        return new Problem(status, code, arguments, field, Map.of(name, fact), wrong);
    }

    public Problem with(List<Wrong> rows) {
        return new Problem(status, code, arguments, field, facts, rows);
    }
}
