package org.consumptionaid.marketplace.remittance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class BillingController {
    private final Billing billing;

    BillingController(Billing billing) {
        this.billing = billing;
    }

    record Bundle(@NotNull @Size(min = 1, max = 50) List<@NotNull UUID> orderIds) {}

    record Declaration(
            @NotBlank @Size(max = 80) String payerName,
            @NotBlank @Pattern(regexp = "[0-9A-Z ]{5,34}") String payerAccount,
            @NotBlank @Size(max = 200) String reason) {}

    record Declared(UUID id) {}

    @GetMapping("/payables")
    Mono<Items<Payable>> payables(Caller caller) {
        return billing.payables(caller).map(Items::new);
    }

    @GetMapping("/remittance-codes/{code}")
    Mono<PaymentNote> note(Caller caller, @PathVariable String code) {
        return billing.note(caller, code);
    }

    @PostMapping("/remittance-codes")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PaymentNote> bundle(Caller caller, IdempotencyKey key, @Valid @RequestBody Bundle body) {
        return billing.bundle(caller, key, body.orderIds());
    }

    @GetMapping("/payer-declarations")
    Mono<Items<PayerDeclaration>> declarations(Caller caller) {
        return billing.declarations(caller).map(Items::new);
    }

    @PostMapping("/payer-declarations")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Declared> declare(
            Caller caller, IdempotencyKey key, @Valid @RequestBody Declaration body) {
        return billing.declare(
                        caller,
                        key,
                        body.payerName().strip(),
                        body.payerAccount(),
                        body.reason().strip())
                .map(Declared::new);
    }
}
