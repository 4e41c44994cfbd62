package org.consumptionaid.console.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A page of this console to come back to; never an address elsewhere. */
public record ReturnPath(String path) {

    private static final int MAX_CHARACTERS = 1_000;
    private static final ReturnPath HOME = new ReturnPath("/home");

    /** Anything that is not plainly a local path becomes the visitor's home page. */
    public static ReturnPath of(@Nullable String raw) {
        return raw != null && isLocal(raw) ? new ReturnPath(raw) : HOME;
    }

    /** The page the browser shows: for a part loaded by htmx, the page around it. */
    static ReturnPath of(HttpServletRequest request) {
        String around = request.getHeader("HX-Current-URL");
        if (around != null) {
            return ofAddress(around);
        }
        return request.getMethod().equals("GET") ? ofGet(request) : HOME;
    }

    private static ReturnPath ofGet(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        String query = request.getQueryString();
        return of(query == null ? path : path + "?" + query);
    }

    private static ReturnPath ofAddress(String address) {
        try {
            URI uri = new URI(address);
            String query = uri.getRawQuery();
            return of(query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query);
        } catch (URISyntaxException notAnAddress) {
            return HOME;
        }
    }

    private static boolean isLocal(String raw) {
        return raw.length() <= MAX_CHARACTERS
                && raw.startsWith("/")
                && !raw.startsWith("//")
                && !raw.startsWith("/sign-in")
                && raw.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    }

    public String signInUrl() {
        return "/sign-in?return=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
