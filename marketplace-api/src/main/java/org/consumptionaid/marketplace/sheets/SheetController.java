package org.consumptionaid.marketplace.sheets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class SheetController {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final Words words;

    SheetController(Imports imports, Words words) {
        this.imports = imports;
        this.words = words;
    }

    record Choice(@NotNull Boolean goodRowsOnly) {}

    @GetMapping(path = "/products/template.xlsx", produces = XLSX)
    Mono<ResponseEntity<byte[]>> template(Locale locale) {
        return imports.template(locale).map(file -> file("sheet.file.template", file, locale));
    }

    @GetMapping(path = "/cooperative/products.xlsx", produces = XLSX)
    Mono<ResponseEntity<byte[]>> export(Caller caller, Locale locale) {
        return imports.export(caller, locale)
                .map(file -> file("sheet.file.products", file, locale));
    }

    @PostMapping(
            path = "/imports",
            consumes = {XLSX, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    Mono<ResponseEntity<ImportView>> upload(
            Caller caller,
            IdempotencyKey key,
            @RequestParam(defaultValue = "") String fileName,
            @RequestBody Flux<DataBuffer> file,
            Locale locale) {
        return bytes(file)
                .flatMap(bytes -> imports.upload(caller, key, fileName, bytes))
                .flatMap(id -> imports.find(caller, id, locale))
                .map(view ->
                        ResponseEntity.created(URI.create("/imports/" + view.id())).body(view));
    }

    @GetMapping("/imports")
    Mono<Items<ImportView>> recent(Caller caller) {
        return imports.recent(caller).map(Items::new);
    }

    @GetMapping("/imports/{id}")
    Mono<ImportView> find(Caller caller, @PathVariable UUID id, Locale locale) {
        return imports.find(caller, id, locale);
    }

    @GetMapping(path = "/imports/{id}/errors.xlsx", produces = XLSX)
    Mono<ResponseEntity<byte[]>> errors(Caller caller, @PathVariable UUID id, Locale locale) {
        return imports.marked(caller, id, locale)
                .map(file -> file("sheet.file.errors", file, locale));
    }

    @PostMapping("/imports/{id}/application")
    Mono<ImportView> apply(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @Valid @RequestBody Choice choice,
            Locale locale) {
        return imports.apply(caller, key, id, choice.goodRowsOnly())
                .flatMap(found -> imports.find(caller, found, locale));
    }

    private static Mono<byte[]> bytes(Flux<DataBuffer> file) {
        return DataBufferUtils.join(file, SheetReader.MOST_BYTES)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .onErrorMap(
                        DataBufferLimitException.class,
                        _ ->
                                new SheetRefusal.FileTooLarge(SheetReader.MOST_BYTES >> 20)
                                        .asException());
    }

    private ResponseEntity<byte[]> file(String name, byte[] file, Locale locale) {
        ContentDisposition disposition =
                ContentDisposition.attachment()
                        .filename(words.say(name, locale), StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file);
    }
}
