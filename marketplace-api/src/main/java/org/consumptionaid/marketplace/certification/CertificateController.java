package org.consumptionaid.marketplace.certification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CertificateController {
    private final Certification certification;
    private final Applications applications;

    CertificateController(Certification certification, Applications applications) {
        this.certification = certification;
        this.applications = applications;
    }

    /** What an office can decide; the other actions are the cooperative's and the clock's. */
    enum Decision {
        APPROVE,
        RETURN,
        REFUSE,
        SUSPEND,
        RESUME,
        REVOKE;

        CertificateAction action() {
            return CertificateAction.valueOf(name());
        }
    }

    record Decided(@NotNull Decision action, @Nullable @Size(max = 500) String reason) {
        String reasonOrNone() {
            return reason == null ? "" : reason.strip();
        }
    }

    @GetMapping("/certificates/{number}")
    Mono<CertificateView> check(@PathVariable String number) {
        return certification.check(number);
    }

    @GetMapping("/certifications")
    Mono<Page<CertificateSummary>> list(
            Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return applications.files(caller, Page.before(cursor));
    }

    @GetMapping("/certifications/waiting")
    Mono<Items<CertificateSummary>> waiting(Caller caller) {
        return applications.waiting(caller).map(Items::new);
    }

    @GetMapping("/certifications/{id}")
    Mono<CertificateFile> file(Caller caller, @PathVariable UUID id) {
        return applications.file(caller, id);
    }

    @PostMapping("/certifications")
    Mono<ResponseEntity<CertificateFile>> apply(
            Caller caller, IdempotencyKey key, @Valid @RequestBody CertificateForm form) {
        return applications
                .apply(caller, key, form)
                .map(file ->
                        ResponseEntity.created(URI.create("/certifications/" + file.id()))
                                .body(file));
    }

    @PostMapping("/certifications/{id}/resubmission")
    Mono<CertificateFile> resubmit(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody CertificateForm form) {
        return applications.resubmit(caller, key, id, form);
    }

    @PostMapping("/certifications/{id}/decision")
    Mono<CertificateFile> decide(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Decided body) {
        return applications.decide(caller, key, id, body.action().action(), body.reasonOrNone());
    }
}
