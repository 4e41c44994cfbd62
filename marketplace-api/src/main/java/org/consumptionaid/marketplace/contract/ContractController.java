package org.consumptionaid.marketplace.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class ContractController {
    private final Contracts contracts;

    ContractController(Contracts contracts) {
        this.contracts = contracts;
    }

    /**
     * What somebody signs.
     *
     * @param content its digest, as the contract was shown
     */
    record Seen(@NotBlank @Size(max = 64) String content) {}

    @GetMapping("/orders/{id}/contract")
    Mono<ContractView> contract(Caller caller, @PathVariable UUID id) {
        return contracts.ofOrder(caller, id);
    }

    @GetMapping(path = "/orders/{id}/contract.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<Flux<DataBuffer>>> document(Caller caller, @PathVariable UUID id) {
        return contracts
                .document(caller, id)
                .map(document ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_PDF)
                                .cacheControl(CacheControl.noStore())
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename(document.number() + ".pdf")
                                                .build()
                                                .toString())
                                .body(document.content()));
    }

    @PostMapping("/orders/{id}/contract/signatures")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ContractView> sign(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Seen body) {
        return contracts.sign(caller, key, id, body.content());
    }

    @GetMapping("/contracts/{number}")
    Mono<ContractCheck> check(@PathVariable String number) {
        return contracts.check(number);
    }
}
