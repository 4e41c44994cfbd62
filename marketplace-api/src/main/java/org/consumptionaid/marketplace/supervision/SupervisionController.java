package org.consumptionaid.marketplace.supervision;

import java.time.LocalDate;
import java.time.YearMonth;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SupervisionController {
    private static final MediaType ZIP = MediaType.valueOf("application/zip");

    private final Supervision supervision;
    private final LedgerExport export;
    private final Figures figures;
    private final SchoolsMonths schools;

    SupervisionController(
            Supervision supervision, LedgerExport export, Figures figures, SchoolsMonths schools) {
        this.supervision = supervision;
        this.export = export;
        this.figures = figures;
        this.schools = schools;
    }

    @GetMapping("/supervision/today")
    Mono<TodayView> today() {
        return supervision.today();
    }

    @GetMapping("/figures")
    Mono<FiguresView> figures(
            @RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM")
                    @Nullable YearMonth month) {
        return figures.ofMonth(month);
    }

    @GetMapping("/bureau/month")
    Mono<SchoolsMonth> month(
            Caller caller,
            @RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM")
                    @Nullable YearMonth month) {
        return schools.of(caller, month);
    }

    @GetMapping("/ledger/export")
    Mono<ResponseEntity<byte[]>> export(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        return export.zip(from, to)
                .map(zip ->
                        ResponseEntity.ok()
                                .contentType(ZIP)
                                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(from, to))
                                .body(zip));
    }

    private static String attachment(LocalDate from, LocalDate to) {
        return ContentDisposition.attachment()
                .filename("ledger-" + from + "-" + to + ".zip")
                .build()
                .toString();
    }
}
