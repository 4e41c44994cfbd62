package org.consumptionaid.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends whoever must be signed in to do that, and back to where they were. */
final class SignInFirst implements AuthenticationEntryPoint {

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        send(request, response);
    }

    static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String signIn = ReturnPath.of(request).signInUrl();
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(signIn);
        } else {
            response.setHeader("HX-Redirect", signIn);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }
}
