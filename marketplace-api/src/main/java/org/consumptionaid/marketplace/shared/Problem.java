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
 */
public record Problem(
        HttpStatus status,
        String code,
        List<Object> arguments,
        @Nullable String field,
        Map<String, Object> facts) {

    public static Problem of(HttpStatus status, String code, Object... arguments) {
        return new Problem(status, code, List.of(arguments), null, Map.of());
    }

    public Problem at(String wrongField) {
        return new Problem(status, code, arguments, wrongField, facts);
    }

    public Problem with(String name, Object fact) {
        return new Problem(status, code, arguments, field, Map.of(name, fact));
    }
}
