package org.consumptionaid.marketplace.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.ClientAddress;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class RegistrationController {
    private final Registrations registrations;

    RegistrationController(Registrations registrations) {
        this.registrations = registrations;
    }

    record Reason(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/registrations")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RegistrationState> register(
            IdempotencyKey key,
            @Valid @RequestBody RegistrationForm form,
            ServerHttpRequest request) {
        return registrations.register(form, key, ClientAddress.of(request));
    }

    @GetMapping("/registrations/{number}")
    Mono<RegistrationState> state(@PathVariable String number, @RequestParam String creditCode) {
        return registrations.state(number, creditCode);
    }

    @GetMapping("/registrations")
    Mono<Page<RegistrationView>> list(
            @RequestParam(defaultValue = "WAITING") String state,
            @RequestParam(required = false) @Nullable String cursor) {
        return registrations.list(state, Page.before(cursor));
    }

    @PostMapping("/registrations/{id}/approval")
    Mono<RegistrationView> approve(Caller caller, IdempotencyKey key, @PathVariable UUID id) {
        return registrations.approve(caller, key, id);
    }

    @PostMapping("/registrations/{id}/refusal")
    Mono<RegistrationView> refuse(
            Caller caller,
            IdempotencyKey key,
            @PathVariable UUID id,
            @Valid @RequestBody Reason reason) {
        return registrations.refuse(caller, key, id, reason.reason().strip());
    }
}
