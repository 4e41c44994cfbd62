package org.consumptionaid.marketplace.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorityReactiveAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Lets a request through by the first row of {@link Endpoint#ALL} that it matches; without one it
 * is denied. Only rows of the request's method and first path segment are tried, so that the length
 * of the table costs nothing.
 */
final class EndpointGate implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final Mono<AuthorizationResult> GRANTED =
            Mono.just(new AuthorizationDecision(true));
    private static final Mono<AuthorizationResult> DENIED =
            Mono.just(new AuthorizationDecision(false));

    private final Map<Begin, List<Row>> rows = new HashMap<>();

    EndpointGate(List<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            PathPattern path = PathPatternParser.defaultInstance.parse(endpoint.path());
            Begin begin = new Begin(endpoint.method(), firstSegment(endpoint.path()));
            rows.computeIfAbsent(begin, _ -> new ArrayList<>()).add(new Row(path, who(endpoint)));
        }
    }

    private record Begin(HttpMethod method, String segment) {}

    private record Row(PathPattern path, ReactiveAuthorizationManager<AuthorizationContext> who) {}

    @Override
    public Mono<AuthorizationResult> authorize(
            Mono<Authentication> caller, AuthorizationContext context) {
        ServerHttpRequest request = context.getExchange().getRequest();
        PathContainer path = request.getPath().pathWithinApplication();
        Begin begin = new Begin(request.getMethod(), firstSegment(path.value()));
        for (Row row : rows.getOrDefault(begin, List.of())) {
            if (row.path().matches(path)) {
                return row.who().authorize(caller, context);
            }
        }
        return DENIED;
    }

    private static ReactiveAuthorizationManager<AuthorizationContext> who(Endpoint endpoint) {
        return endpoint.roles().isEmpty()
                ? (_, _) -> GRANTED
                : AuthorityReactiveAuthorizationManager.hasAnyAuthority(
                        endpoint.roles().stream().map(Role::name).toArray(String[]::new));
    }

    /** Of {@code /products/7}: {@code products}. */
    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(Math.min(1, path.length())) : path.substring(1, end);
    }
}
