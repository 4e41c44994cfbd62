package org.consumptionaid.marketplace.requisition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/requisitions")
class RequisitionController {
    private final Requisitions requisitions;

    RequisitionController(Requisitions requisitions) {
        this.requisitions = requisitions;
    }

    record Voice(@NotNull Boolean agrees, @Nullable @Size(max = 500) String comment) {
        Decision decision() {
            return agrees ? Decision.AGREED : Decision.REFUSED;
        }

        String commentOrNone() {
            return comment == null ? "" : comment.strip();
        }
    }

    record Reason(@Nullable @Size(max = 500) String reason) {
        String orNone() {
            return reason == null ? "" : reason.strip();
        }
    }

    @GetMapping
    Mono<Page<RequisitionHead>> all(
            Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return requisitions.all(caller, Page.before(cursor));
    }

    @GetMapping("/waiting")
    Mono<Items<RequisitionHead>> waiting(Caller caller) {
        return requisitions.waiting(caller).map(Items::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RequisitionView> make(
            Caller caller, IdempotencyKey key, @Valid @RequestBody RequisitionForm form) {
        return requisitions.make(caller, key, form);
    }

    @GetMapping("/{id}")
    Mono<RequisitionView> requisition(Caller caller, @PathVariable UUID id) {
        return requisitions.requisition(caller, id);
    }

    @PostMapping("/{id}/submission")
    Mono<RequisitionView> submit(Caller caller, @PathVariable UUID id, IdempotencyKey key) {
        return requisitions.submit(caller, key, id);
    }

    @PostMapping("/{id}/decision")
    Mono<RequisitionView> decide(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Voice body) {
        return requisitions.decide(caller, key, id, body.decision(), body.commentOrNone());
    }

    @PostMapping("/{id}/reassignment")
    Mono<RequisitionView> reassign(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Reassignment body) {
        return requisitions.reassign(caller, key, id, body);
    }

    @PostMapping("/{id}/withdrawal")
    Mono<RequisitionView> withdraw(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Reason body) {
        return requisitions.withdraw(caller, key, id, body.orNone());
    }

    @PostMapping("/{id}/orders")
    Mono<RequisitionView> order(Caller caller, @PathVariable UUID id, IdempotencyKey key) {
        return requisitions.order(caller, key, id);
    }
}
