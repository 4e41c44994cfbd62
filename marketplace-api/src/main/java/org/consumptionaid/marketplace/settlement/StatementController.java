package org.consumptionaid.marketplace.settlement;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
class StatementController {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SettlementStatements statements;
    private final PaymentClocks clocks;
    private final StatementSheet sheet;
    private final StatementPdf pdf;
    private final StatementWords words;

    StatementController(
            SettlementStatements statements,
            PaymentClocks clocks,
            StatementSheet sheet,
            StatementPdf pdf,
            StatementWords words) {
        this.statements = statements;
        this.clocks = clocks;
        this.sheet = sheet;
        this.pdf = pdf;
        this.words = words;
    }

    private interface Writer {
        byte[] write(SettlementStatement statement, Locale locale);
    }

    @GetMapping("/orders/{id}/payment-clock")
    Mono<PaymentClock> clock(Caller caller, @PathVariable UUID id) {
        return clocks.of(caller, id);
    }

    @GetMapping("/settlement-statement")
    Mono<SettlementStatement> statement(
            Caller caller,
            @RequestParam YearMonth month,
            @RequestParam(required = false) @Nullable UUID organisation) {
        return statements.of(caller, organisation, month);
    }

    @GetMapping(path = "/settlement-statement.xlsx", produces = XLSX)
    Mono<ResponseEntity<byte[]>> xlsx(
            Caller caller,
            @RequestParam YearMonth month,
            @RequestParam(required = false) @Nullable UUID organisation,
            Locale locale) {
        return statements
                .of(caller, organisation, month)
                .flatMap(made -> file(made, locale, XLSX, ".xlsx", sheet::write));
    }

    @GetMapping(path = "/settlement-statement.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<byte[]>> pdf(
            Caller caller,
            @RequestParam YearMonth month,
            @RequestParam(required = false) @Nullable UUID organisation,
            Locale locale) {
        return statements
                .of(caller, organisation, month)
                .flatMap(made ->
                        file(made, locale, MediaType.APPLICATION_PDF_VALUE, ".pdf", pdf::write));
    }

    private Mono<ResponseEntity<byte[]>> file(
            SettlementStatement statement,
            Locale locale,
            String type,
            String ending,
            Writer writer) {
        ContentDisposition name =
                ContentDisposition.attachment()
                        .filename(
                                words.fileName(statement, locale) + ending, StandardCharsets.UTF_8)
                        .build();
        return Mono.fromCallable(() -> writer.write(statement, locale))
                .subscribeOn(Schedulers.boundedElastic())
                .map(bytes ->
                        ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(type))
                                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                                .body(bytes));
    }
}
