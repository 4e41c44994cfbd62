package org.consumptionaid.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.consumptionaid.console.market.ApiProblem;
import org.consumptionaid.console.market.Command.Credentials;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Token;
import org.consumptionaid.console.market.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Trades a name and password for a token at the API and keeps it in the session. */
@Controller
class SignInController {

    private final MarketplaceApi api;
    private final SecurityContextRepository sessions;
    private final SessionAuthenticationStrategy freshSession;
    private final Clock clock;

    SignInController(
            MarketplaceApi api,
            SecurityContextRepository sessions,
            CsrfTokenRepository csrfTokens,
            Clock clock) {
        this.api = api;
        this.sessions = sessions;
        this.clock = clock;
        this.freshSession =
                new CompositeSessionAuthenticationStrategy(
                        List.of(
                                new ChangeSessionIdAuthenticationStrategy(),
                                new CsrfAuthenticationStrategy(csrfTokens)));
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(name = "return", required = false) @Nullable String back, Model model) {
        ReturnPath path = ReturnPath.of(back);
        if (Visit.current() != null) {
            return "redirect:" + path.path();
        }
        model.addAttribute("back", path.path());
        return "frame/sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(name = "return", required = false) @Nullable String back,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReturnPath path = ReturnPath.of(back);
        try {
            remember(visitor(new Credentials(username.strip(), password)), request, response);
            return "redirect:" + path.path();
        } catch (ApiProblem refused) {
            return again(refused, path, model, response);
        }
    }

    private Visitor visitor(Credentials credentials) {
        Token token = api.token(credentials);
        return new Visitor(
                api.me("Bearer " + token.accessToken()),
                token.accessToken(),
                clock.instant().plusSeconds(token.expiresInSeconds()));
    }

    private void remember(
            Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(visitor, null, List.of());
        freshSession.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    private static String again(
            ApiProblem refused, ReturnPath path, Model model, HttpServletResponse response) {
        if (refused.status() != 401 && !refused.correctable()) {
            throw refused;
        }
        response.setStatus(refused.status());
        model.addAttribute("back", path.path());
        model.addAttribute("refusal", Refusal.of(refused));
        return "frame/sign-in";
    }
}
