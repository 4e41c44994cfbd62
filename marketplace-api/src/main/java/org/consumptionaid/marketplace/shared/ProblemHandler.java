package org.consumptionaid.marketplace.shared;

import io.r2dbc.spi.R2dbcException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;

/**
 * Answers every error of a request with a problem; an error no caller could have caused is logged
 * as a defect.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemRenderer renderer;

    ProblemHandler(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException refused, ServerWebExchange exchange) {
        return answer(refused.refusal().problem(), exchange);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(
            WebExchangeBindException invalid, ServerWebExchange exchange) {
        List<Map<String, String>> errors =
                invalid.getFieldErrors().stream()
                        .map(error -> Map.of("field", error.getField(), "message", message(error)))
                        .toList();
        Problem problem =
                Problem.of(HttpStatus.BAD_REQUEST, "invalid-input").with("errors", errors);
        return answer(
                errors.isEmpty()
                        ? problem
                        : problem.at(invalid.getFieldErrors().getFirst().getField()),
                exchange);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(
            MissingRequestValueException missing, ServerWebExchange exchange) {
        return answer(
                Problem.of(HttpStatus.BAD_REQUEST, "missing-value", missing.getName())
                        .at(missing.getName()),
                exchange);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            ServerWebInputException unreadable, ServerWebExchange exchange) {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, "unreadable-input"), exchange);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(ResponseStatusException other, ServerWebExchange exchange) {
        HttpStatus status = HttpStatus.valueOf(other.getStatusCode().value());
        String code =
                switch (status) {
                    case NOT_FOUND -> "not-found";
                    case CONTENT_TOO_LARGE -> "too-large";
                    default -> "not-acceptable";
                };
        return answer(Problem.of(status, code), exchange);
    }

    @ExceptionHandler({
        TimeoutException.class,
        R2dbcException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> busy(Exception busy, ServerWebExchange exchange) {
        LOG.warn("{} could not be answered: {}", exchange.getRequest().getPath(), busy.toString());
        return answer(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy"), exchange);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> defect(Exception defect, ServerWebExchange exchange) {
        LOG.error("defect while answering {}", exchange.getRequest().getPath(), defect);
        return answer(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "defect"), exchange);
    }

    private ResponseEntity<ProblemDetail> answer(Problem problem, ServerWebExchange exchange) {
        Locale locale = Languages.of(exchange);
        return ResponseEntity.status(problem.status()).body(renderer.render(problem, locale));
    }

    private static String message(FieldError error) {
        return String.valueOf(error.getDefaultMessage());
    }
}
