package org.consumptionaid.marketplace.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ledger.EntryProof;
import org.consumptionaid.marketplace.ledger.EntryView;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.consumptionaid.marketplace.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PaymentController {
    private static final long MOST_FEN = 2_000_000_000_000_000L;

    private final Payments payments;
    private final UnknownPayments unknown;
    private final Disputes disputes;
    private final WebhookInbox inbox;

    PaymentController(
            Payments payments, UnknownPayments unknown, Disputes disputes, WebhookInbox inbox) {
        this.payments = payments;
        this.unknown = unknown;
        this.disputes = disputes;
        this.inbox = inbox;
    }

    record Card(@NotBlank @Size(max = 100) String paymentMethod) {}

    record Remittance(
            @NotNull @Min(1) @Max(MOST_FEN) Long amountFen,
            @NotBlank @Size(max = 80) String payerName,
            @NotBlank @Size(max = 60) String bankReference) {}

    record Refund(
            @NotNull @Min(1) @Max(MOST_FEN) Long amountFen,
            @NotBlank @Size(max = 60) String bankReference) {}

    @GetMapping("/payments")
    Mono<Items<PaymentView>> ofOrder(Caller caller, @RequestParam UUID order) {
        return payments.ofOrder(caller, order).map(Items::new);
    }

    @GetMapping("/ledger/entries")
    Mono<Items<EntryView>> entries(Caller caller, @RequestParam UUID order) {
        return payments.entries(caller, order).map(Items::new);
    }

    @GetMapping("/ledger/entries/{id}/proof")
    Mono<EntryProof> proof(Caller caller, @PathVariable UUID id) {
        return payments.proof(caller, id);
    }

    @GetMapping("/ledger/benefits")
    Mono<Items<Benefit>> benefits(Caller caller) {
        return payments.benefits(caller).map(Items::new);
    }

    @PostMapping("/orders/{id}/card-payments")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PaymentView> payByCard(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Card body) {
        return payments.payByCard(caller, key, id, body.paymentMethod());
    }

    @PostMapping("/orders/{id}/remittances")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PaymentView> recordRemittance(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Remittance body) {
        return payments.recordRemittance(
                caller,
                key,
                id,
                new Money(body.amountFen()),
                body.payerName().strip(),
                body.bankReference().strip());
    }

    @PostMapping("/orders/{id}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PaymentView> recordRefund(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Refund body) {
        return payments.recordRefund(
                caller, key, id, new Money(body.amountFen()), body.bankReference().strip());
    }

    record CardRefundAmount(@NotNull @Min(1) @Max(MOST_FEN) Long amountFen) {}

    @PostMapping("/orders/{id}/card-refunds")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Items<PaymentView>> refundToCard(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody CardRefundAmount body) {
        return payments.refundToCard(caller, key, id, new Money(body.amountFen())).map(Items::new);
    }

    @GetMapping("/payments/unknown")
    Mono<Items<UnknownPayment>> unknown() {
        return unknown.all().map(Items::new);
    }

    /** Asking twice changes nothing that asking once does not: it needs no key. */
    @PostMapping("/payments/{id}/asking")
    Mono<PaymentView> ask(@PathVariable UUID id) {
        return unknown.ask(id);
    }

    @GetMapping("/disputes")
    Mono<Items<DisputeView>> disputes() {
        return disputes.all().map(Items::new);
    }

    @PostMapping("/payments/stripe/webhook")
    Mono<Void> webhook(
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature,
            @RequestBody String rawBody) {
        return inbox.receive(rawBody, signature == null ? "" : signature);
    }
}
