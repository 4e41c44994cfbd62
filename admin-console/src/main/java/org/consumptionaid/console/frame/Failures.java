package org.consumptionaid.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.consumptionaid.console.market.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.ModelAndView;

/** Turns what no page expected into one that says what happened and what to do. */
@ControllerAdvice
class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    @ExceptionHandler
    @Nullable ModelAndView refused(
            ApiProblem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return switch (problem.status()) {
            case 401 -> {
                SessionExpiry.end(request);
                SignInFirst.send(request, response);
                yield null;
            }
            case 403 -> Failure.FORBIDDEN.page(request, response, problem.detail());
            case 404 -> Failure.NOT_FOUND.page(request, response, problem.detail());
            default ->
                    problem.correctable()
                            ? corrigible(problem, request, response)
                            : down(problem, request, response);
        };
    }

    private static ModelAndView corrigible(
            ApiProblem problem, HttpServletRequest request, HttpServletResponse response) {
        ModelAndView page = Failure.REFUSED.page(request, response, problem.detail());
        page.setStatus(HttpStatus.valueOf(problem.status()));
        return page;
    }

    @ExceptionHandler
    ModelAndView down(
            RestClientException problem, HttpServletRequest request, HttpServletResponse response) {
        return down((RuntimeException) problem, request, response);
    }

    private static ModelAndView down(
            RuntimeException problem, HttpServletRequest request, HttpServletResponse response) {
        log.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), problem.toString());
        return Failure.UNAVAILABLE.page(request, response, null);
    }
}
