package org.consumptionaid.console.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.consumptionaid.console.market.Visitor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session when its token does; public pages go on without a visitor, others ask to sign in.
 */
final class SessionExpiry extends OncePerRequestFilter {

    private final Clock clock;

    SessionExpiry(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Visitor visitor = Visit.current();
        if (visitor != null && !clock.instant().isBefore(visitor.expiresAt())) {
            end(request);
        }
        chain.doFilter(request, response);
    }

    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
