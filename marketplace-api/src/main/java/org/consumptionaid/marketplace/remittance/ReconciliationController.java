package org.consumptionaid.marketplace.remittance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.remittance.BankLine.LineState;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class ReconciliationController {
    private static final long MOST_FEN = 2_000_000_000_000_000L;
    private static final int MOST_NAME = 120;

    private final Statements statements;
    private final Reconciliation reconciliation;

    ReconciliationController(Statements statements, Reconciliation reconciliation) {
        this.statements = statements;
        this.reconciliation = reconciliation;
    }

    record Reason(@NotBlank @Size(max = 200) String reason) {}

    record Assignment(@NotNull @Size(min = 1, max = 50) List<@Valid @NotNull Part> parts) {}

    record Part(
            @Nullable UUID orderId,
            @Nullable @Size(max = 20) String orderNumber,
            @NotNull @Min(1) @Max(MOST_FEN) Long amountFen) {}

    record SentBack(
            @NotBlank @Size(max = 200) String reason,
            @NotBlank @Size(max = 60) String bankReference) {}

    @GetMapping("/banks")
    Mono<Items<Bank>> banks() {
        return statements.banks().map(Items::new);
    }

    @PutMapping("/banks/{code}")
    Mono<ResponseEntity<Bank>> keep(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody BankForm body) {
        return statements
                .keep(body.bank(code, Version.ofIfMatch(ifMatch).fields()))
                .map(bank ->
                        ResponseEntity.ok().eTag(new Version(bank.version(), 0).etag()).body(bank));
    }

    @GetMapping("/bank-statements")
    Mono<Items<StatementView>> statements() {
        return statements.statements().map(Items::new);
    }

    /** The file is the request's body as it is. */
    @PostMapping("/bank-statements")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<StatementView> load(
            Caller caller,
            IdempotencyKey key,
            @RequestParam String bank,
            @RequestParam(defaultValue = "") String fileName,
            @RequestBody Flux<DataBuffer> file) {
        String name = nameOf(fileName);
        return FileBytes.of(file).flatMap(bytes -> statements.load(caller, key, bank, name, bytes));
    }

    /** As it can be kept and shown, whatever a browser sends. */
    private static String nameOf(String fileName) {
        int[] shown =
                fileName.codePoints()
                        .filter(one -> !Character.isISOControl(one))
                        .filter(one -> Character.getType(one) != Character.SURROGATE)
                        .limit(MOST_NAME)
                        .toArray();
        return new String(shown, 0, shown.length);
    }

    @GetMapping("/bank-lines")
    Mono<Page<BankLine>> lines(
            @RequestParam(defaultValue = "WAITING") LineState state,
            @RequestParam(required = false) @Nullable String cursor) {
        return reconciliation.lines(state, Page.before(cursor));
    }

    @PostMapping("/bank-lines/{id}/assignment")
    Mono<BankLine> assign(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Assignment body) {
        List<Reconciliation.Part> parts =
                body.parts().stream()
                        .map(part ->
                                new Reconciliation.Part(
                                        part.orderId(), part.orderNumber(), part.amountFen()))
                        .toList();
        return reconciliation.assign(caller, key, id, parts);
    }

    @PostMapping("/bank-lines/{id}/set-aside")
    Mono<BankLine> setAside(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Reason body) {
        return reconciliation.setAside(caller, key, id, body.reason().strip());
    }

    @PostMapping("/bank-lines/{id}/return")
    Mono<BankLine> sendBack(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody SentBack body) {
        return reconciliation.sendBack(
                caller, key, id, body.reason().strip(), body.bankReference().strip());
    }

    @PostMapping("/bank-lines/{id}/reversal")
    Mono<BankLine> takeBack(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Reason body) {
        return reconciliation.takeBack(caller, key, id, body.reason().strip());
    }
}
