package org.consumptionaid.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.console.market.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the layout of every page shows, failure pages too; {@code #page} in templates. */
@Component
class PageFrame {

    private final boolean demo;

    PageFrame(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Everything here is made up, and the accounts to look around with are known. */
    public boolean demo() {
        return demo;
    }

    public @Nullable Visitor visitor() {
        return Visit.current();
    }

    public boolean shops() {
        Visitor visitor = visitor();
        return visitor != null && visitor.person().role().shops();
    }

    public List<Navigation.Link> navigation() {
        String path = request().getRequestURI();
        return Navigation.of(visitor()).stream().map(link -> link.on(path)).toList();
    }

    public boolean home() {
        return request().getRequestURI().equals("/");
    }

    /** Where a language switch or a sign-in comes back to. */
    public String here() {
        return ReturnPath.of(request()).path();
    }

    /** For one rendering of one form: sent twice, it is done once. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest();
    }
}
