package org.consumptionaid.marketplace.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.consumptionaid.marketplace.audit.AuditPackages.AuditZip;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class AuditController {
    private static final String ZIP = "application/zip";

    private final AuditPackages packages;

    AuditController(AuditPackages packages) {
        this.packages = packages;
    }

    @GetMapping(path = "/orders/{id}/audit.zip", produces = ZIP)
    Mono<ResponseEntity<Flux<DataBuffer>>> ofOrder(Caller caller, @PathVariable UUID id) {
        return packages.ofOrder(caller, id).map(AuditController::answer);
    }

    @GetMapping(path = "/procurement/audit.zip", produces = ZIP)
    Mono<ResponseEntity<Flux<DataBuffer>>> ofYear(
            Caller caller,
            @RequestParam @Min(2000) @Max(2999) int year,
            @RequestParam(required = false) @Nullable UUID unit) {
        return packages.ofYear(caller, unit, year).map(AuditController::answer);
    }

    private static ResponseEntity<Flux<DataBuffer>> answer(AuditZip zip) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ZIP))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(zip.name()).build().toString())
                .body(zip.content());
    }
}
