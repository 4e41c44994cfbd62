package org.consumptionaid.marketplace.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** The API's own bearer tokens: JWT signed with HMAC-SHA-256, valid for {@link #VALID_FOR}. */
@Configuration(proxyBeanMethods = false)
class Tokens {
    static final Duration VALID_FOR = Duration.ofHours(8);
    static final String ORGANISATION = "org";
    static final String ROLE = "role";

    private static final String ISSUER = "consumption-aid";

    private final SecretKey key;
    private final Clock clock;

    Tokens(@Value("${marketplace.token-secret}") String secret, Clock clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    @Bean
    ReactiveJwtDecoder tokenDecoder() {
        NimbusReactiveJwtDecoder decoder =
                NimbusReactiveJwtDecoder.withSecretKey(key)
                        .macAlgorithm(MacAlgorithm.HS256)
                        .build();
        JwtTimestampValidator time = new JwtTimestampValidator(Duration.ZERO);
        time.setClock(clock);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        List.of(
                                time,
                                new JwtIssuerValidator(ISSUER),
                                new JwtClaimValidator<String>(JwtClaimNames.SUB, Tokens::isId),
                                new JwtClaimValidator<String>(ORGANISATION, Tokens::isId),
                                new JwtClaimValidator<String>(ROLE, Tokens::isRole))));
        return decoder;
    }

    private static boolean isId(@Nullable String claim) {
        try {
            return claim != null && UUID.fromString(claim).version() > 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isRole(@Nullable String claim) {
        return Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(claim));
    }

    @Bean
    TokenIssuer tokenIssuer() {
        JwtEncoder encoder = NimbusJwtEncoder.withSecretKey(key).build();
        return caller ->
                encoder.encode(
                                JwtEncoderParameters.from(
                                        JwsHeader.with(MacAlgorithm.HS256).build(), claims(caller)))
                        .getTokenValue();
    }

    private JwtClaimsSet claims(Caller caller) {
        Instant now = clock.instant();
        return JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(caller.personId().toString())
                .claim(ORGANISATION, caller.organisationId().toString())
                .claim(ROLE, caller.role().name())
                .issuedAt(now)
                .expiresAt(now.plus(VALID_FOR))
                .build();
    }
}
