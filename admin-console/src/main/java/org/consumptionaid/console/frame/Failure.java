package org.consumptionaid.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The ways a page can fail a person; each has its own title and advice under {@code failure.…}. */
enum Failure {
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    STALE_FORM(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    REFUSED(HttpStatus.CONFLICT),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Failure(HttpStatus status) {
        this.status = status;
    }

    /**
     * Of what the container says; the only 403 of the console's own is a form without its token.
     */
    static Failure of(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 403 -> STALE_FORM;
            case 404, 405 -> NOT_FOUND;
            case 413 -> TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : BROKEN;
        };
    }

    /** A page, or a toast where htmx asked for a part of one. */
    ModelAndView page(
            HttpServletRequest request, HttpServletResponse response, @Nullable String detail) {
        boolean part = request.getHeader("HX-Request") != null;
        if (part) {
            response.setHeader("HX-Retarget", "#toasts");
            response.setHeader("HX-Reswap", "beforeend");
        }
        ModelAndView page =
                new ModelAndView(part ? "frame/failure :: toast" : "frame/failure", status);
        page.addObject("failure", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        page.addObject("detail", detail);
        return page;
    }
}
