package org.consumptionaid.marketplace.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.consumptionaid.marketplace.shared.Languages;
import org.consumptionaid.marketplace.shared.ProblemRenderer;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the table of {@link Endpoint} in force: bearer tokens, deny by default, problems as answers.
 */
@Configuration(proxyBeanMethods = false)
class Security {
    private final ProblemRenderer renderer;
    private final JsonMapper json;

    Security(ProblemRenderer renderer, JsonMapper json) {
        this.renderer = renderer;
        this.json = json;
    }

    @Bean
    SecurityWebFilterChain endpoints(ServerHttpSecurity http) {
        return http.csrf(
                        ServerHttpSecurity.CsrfSpec
                                ::disable) // no cookies: a token must be sent on purpose
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                // Nothing is kept between requests; every one brings its token.
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(
                        spec -> spec.anyExchange().access(new EndpointGate(Endpoint.ALL)))
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                                .authenticationEntryPoint((exchange, _) -> notSignedIn(exchange))
                                .accessDeniedHandler((exchange, _) -> notAllowed(exchange)))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((exchange, _) -> notSignedIn(exchange))
                                .accessDeniedHandler((exchange, _) -> notAllowed(exchange)))
                .build();
    }

    /** A request is observed once, by the server; not again by every step of its authorisation. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static Converter<Jwt, Mono<AbstractAuthenticationToken>> roles() {
        return token -> {
            Collection<GrantedAuthority> authorities =
                    List.of(
                            new SimpleGrantedAuthority(
                                    CallerArguments.caller(token).role().name()));
            return Mono.just(new JwtAuthenticationToken(token, authorities));
        };
    }

    private Mono<Void> notSignedIn(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer");
        return answer(exchange, new IdentityRefusal.NotSignedIn());
    }

    private Mono<Void> notAllowed(ServerWebExchange exchange) {
        return answer(exchange, new IdentityRefusal.NotAllowed());
    }

    private Mono<Void> answer(ServerWebExchange exchange, Refusal refusal) {
        Locale locale = Languages.of(exchange);
        ProblemDetail problem = renderer.render(refusal.problem(), locale);
        ServerHttpResponse response = exchange.getResponse();
        response.setRawStatusCode(problem.getStatus());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = json.writeValueAsBytes(problem);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
