package org.consumptionaid.marketplace.finding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class FindingController {
    private final Findings findings;

    FindingController(Findings findings) {
        this.findings = findings;
    }

    record Decided(@NotNull Decision decision, @NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/findings")
    Mono<Page<FindingView>> findings(
            Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return findings.findings(caller, Page.before(cursor));
    }

    @PostMapping("/findings/{id}/decision")
    Mono<FindingView> decide(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Decided body) {
        return findings.decide(caller, key, id, body.decision(), body.reason().strip());
    }
}
