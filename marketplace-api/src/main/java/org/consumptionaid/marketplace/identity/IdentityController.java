package org.consumptionaid.marketplace.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class IdentityController {
    private final Identity identity;

    IdentityController(Identity identity) {
        this.identity = identity;
    }

    record Credentials(
            @NotBlank @Size(max = 40) String username,
            @NotBlank @Size(max = 200) String password) {}

    @PostMapping("/auth/token")
    Mono<AccessToken> signIn(
            @Valid @RequestBody Credentials credentials, ServerHttpRequest request) {
        String username = credentials.username().strip().toLowerCase(Locale.ROOT);
        return identity.signIn(username, credentials.password(), ClientAddress.of(request));
    }

    @GetMapping("/me")
    Mono<PersonView> me(Caller caller) {
        return identity.me(caller);
    }
}
