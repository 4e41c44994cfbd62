package org.consumptionaid.marketplace.settlement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PayoutController {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Payouts payouts;

    PayoutController(Payouts payouts) {
        this.payouts = payouts;
    }

    record Release(@NotBlank @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

    record Reason(@NotBlank @Size(max = 200) String reason) {}

    record Bounce(
            @NotBlank @Size(max = 200) String reason,
            @NotBlank @Size(max = 60) String bankReference) {}

    @GetMapping("/payouts/payable")
    Mono<Items<PayableCooperative>> payable() {
        return payouts.payable().map(Items::new);
    }

    @GetMapping("/payout-batches")
    Mono<Items<PayoutBatch>> batches() {
        return payouts.batches().map(Items::new);
    }

    @GetMapping("/payout-batches/{id}")
    Mono<PayoutBatch> batch(@PathVariable UUID id) {
        return payouts.batch(id);
    }

    @PostMapping("/payout-batches")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PayoutBatch> prepare(Caller caller, IdempotencyKey key) {
        return payouts.prepare(caller, key);
    }

    @PostMapping("/payout-batches/{id}/release")
    Mono<PayoutBatch> release(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Release body) {
        return payouts.release(caller, key, id, body.sha256());
    }

    @PostMapping("/payout-batches/{id}/cancellation")
    Mono<PayoutBatch> cancel(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Reason body) {
        return payouts.cancel(caller, key, id, body.reason().strip());
    }

    @GetMapping("/payout-batches/{id}/file")
    Mono<ResponseEntity<byte[]>> file(@PathVariable UUID id) {
        return payouts.file(id)
                .map(file ->
                        ResponseEntity.ok()
                                .contentType(CSV)
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename(file.number() + ".csv")
                                                .build()
                                                .toString())
                                .body(file.text().getBytes(StandardCharsets.UTF_8)));
    }

    @PostMapping("/payouts/{id}/bounce")
    Mono<PayoutBatch> bounce(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Bounce body) {
        return payouts.bounce(caller, key, id, body.reason().strip(), body.bankReference().strip());
    }
}
