package org.consumptionaid.marketplace.complaint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
class ComplaintController {
    private final Complaints complaints;
    private final CreditNotePdf pdf;

    ComplaintController(Complaints complaints, CreditNotePdf pdf) {
        this.complaints = complaints;
        this.pdf = pdf;
    }

    /** What is said about a complaint; goods that are back are weighed instead. */
    enum Word {
        AGREE,
        REFUSE,
        DISPUTE,
        UPHOLD,
        DISMISS,
        WITHDRAW;

        ComplaintAction action() {
            return ComplaintAction.valueOf(name());
        }
    }

    record Decision(@NotNull Word action, @Nullable @Size(max = 500) String reason) {
        String reasonOrNone() {
            return reason == null ? "" : reason.strip();
        }
    }

    record Receipt(
            @NotEmpty @Size(max = 200) List<@Valid @NotNull ReceivedLine> lines,
            @Nullable @Size(max = 500) String note) {
        String noteOrNone() {
            return note == null ? "" : note.strip();
        }
    }

    @PostMapping("/orders/{id}/complaints")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ComplaintView> ask(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody ComplaintForm body) {
        return complaints.ask(caller, key, id, body);
    }

    @GetMapping("/orders/{id}/complaints")
    Mono<Items<ComplaintHead>> ofOrder(Caller caller, @PathVariable UUID id) {
        return complaints.ofOrder(caller, id).map(Items::new);
    }

    @GetMapping("/complaints")
    Mono<Page<ComplaintHead>> all(
            Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return complaints.all(caller, Page.before(cursor));
    }

    @GetMapping("/complaints/open")
    Mono<Items<ComplaintHead>> open(Caller caller) {
        return complaints.open(caller).map(Items::new);
    }

    @GetMapping("/complaints/{id}")
    Mono<ComplaintView> complaint(Caller caller, @PathVariable UUID id) {
        return complaints.complaint(caller, id);
    }

    @GetMapping(
            path = "/complaints/{id}/credit-note.pdf",
            produces = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<byte[]>> creditNote(Caller caller, @PathVariable UUID id, Locale locale) {
        return complaints.credited(caller, id).flatMap(credited -> file(credited, locale));
    }

    private Mono<ResponseEntity<byte[]>> file(Credited credited, Locale locale) {
        ContentDisposition name =
                ContentDisposition.attachment()
                        .filename(pdf.fileName(credited, locale) + ".pdf", StandardCharsets.UTF_8)
                        .build();
        return Mono.fromCallable(() -> pdf.write(credited, locale))
                .subscribeOn(Schedulers.boundedElastic())
                .map(bytes ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_PDF)
                                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                                .body(bytes));
    }

    @PostMapping("/complaints/{id}/decision")
    Mono<ComplaintView> decide(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Decision body) {
        return complaints.decide(caller, key, id, body.action().action(), body.reasonOrNone());
    }

    @PostMapping("/complaints/{id}/receipt")
    Mono<ComplaintView> receive(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Receipt body) {
        return complaints.receive(caller, key, id, body.lines(), body.noteOrNone());
    }
}
