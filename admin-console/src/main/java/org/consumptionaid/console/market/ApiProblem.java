package org.consumptionaid.console.market;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A refusal of the API: its status, stable type and a sentence for the person at the page. */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Details UNSAID = new Details(null, null, null, null);

    private final int status;
    private final transient Details details;

    private ApiProblem(int status, Details details) {
        super(status + " " + details.type());
        this.status = status;
        this.details = details;
    }

    static ApiProblem read(ClientHttpResponse response, JsonMapper json) throws IOException {
        return new ApiProblem(response.getStatusCode().value(), details(response, json));
    }

    private static Details details(ClientHttpResponse response, JsonMapper json)
            throws IOException {
        try {
            Details read = json.readValue(response.getBody().readAllBytes(), Details.class);
            return read == null ? UNSAID : read;
        } catch (JacksonException notAProblem) {
            return UNSAID;
        }
    }

    public int status() {
        return status;
    }

    /** The stable {@code urn:consumption-aid:problem:…}, if the API gave one. */
    public @Nullable String type() {
        return details.type();
    }

    /** The sentence to show, in the language of the request. */
    public @Nullable String detail() {
        return details.detail();
    }

    /** What is wrong with which field; empty if no field is named. */
    public Map<String, String> fields() {
        List<FieldError> errors = details.errors();
        if (errors != null && !errors.isEmpty() && rows().isEmpty()) {
            return errors.stream()
                    .collect(
                            Collectors.toMap(
                                    FieldError::field, FieldError::message, (a, b) -> a + " " + b));
        }
        String field = details.field();
        String detail = details.detail();
        return field == null || detail == null ? Map.of() : Map.of(field, detail);
    }

    /** What is wrong with each row of a file; empty if no row is named. */
    public List<RowError> rows() {
        List<FieldError> errors = details.errors();
        return errors == null
                ? List.of()
                : errors.stream()
                        .filter(error -> error.row() != null)
                        .map(error ->
                                new RowError(
                                        Objects.requireNonNull(error.row()),
                                        error.column(),
                                        error.message()))
                        .toList();
    }

    /**
     * One thing that is wrong with a file.
     *
     * @param column none if it is not one column
     */
    public record RowError(int row, @Nullable String column, String message) {}

    /** Something the person can put right on the page they are on. */
    public boolean correctable() {
        return switch (status) {
            case 400, 409, 412, 413, 422, 428, 429 -> true;
            default -> false;
        };
    }

    private record Details(
            @Nullable String type,
            @Nullable String detail,
            @Nullable String field,
            @Nullable List<FieldError> errors) {}

    private record FieldError(
            String field, @Nullable Integer row, @Nullable String column, String message) {}
}
