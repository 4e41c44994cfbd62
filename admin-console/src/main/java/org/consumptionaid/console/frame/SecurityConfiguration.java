package org.consumptionaid.console.frame;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Deny by default: what is not named public needs a session. What a signed-in person may do is the
 * API's to say.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** No inline script or style anywhere; everything a page loads comes from here. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final String[] PUBLIC = {
        "/",
        "/products",
        "/products/*",
        "/certificates",
        "/certificates/*",
        "/figures",
        "/open-data",
        "/open-data/releases",
        "/open-data/records/*",
        "/seals",
        "/certificates/*/qr.svg",
        "/sign-in",
        "/register",
        "/register/state",
        "/language",
        "/error",
        "/actuator/health/**",
        "/webjars/**",
        "/app/**",
        "/pictures/**",
        "/product-pictures/*/*",
        "/lots",
        "/lots/*",
        "/lots/*/qr.svg",
        "/schools/*",
        "/contracts",
        "/contracts/*",
        "/contracts/*/check",
        "/favicon.ico"
    };

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            Clock clock,
            SecurityContextRepository sessions,
            CsrfTokenRepository csrfTokens)
            throws Exception {
        return http.authorizeHttpRequests(paths ->
                        paths.requestMatchers(PUBLIC).permitAll().anyRequest().authenticated())
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(RequestCacheConfigurer::disable)
                .exceptionHandling(e -> e.authenticationEntryPoint(new SignInFirst()))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .addFilterAfter(new SessionExpiry(clock), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    SecurityContextRepository sessions() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
