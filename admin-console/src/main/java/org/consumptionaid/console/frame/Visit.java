package org.consumptionaid.console.frame;

import org.consumptionaid.console.market.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is at the page. */
public final class Visit {

    private Visit() {}

    /** Null for someone who has not signed in. */
    public static @Nullable Visitor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Visitor visitor
                ? visitor
                : null;
    }
}
