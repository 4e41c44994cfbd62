package org.consumptionaid.marketplace.attachment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.consumptionaid.marketplace.attachment.Attachments.Download;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class AttachmentController {
    private static final String NO_PAGE = "sandbox; default-src 'none'";

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    /** The body is the file itself. */
    @PostMapping("/attachments")
    Mono<ResponseEntity<AttachmentView>> upload(
            Caller caller,
            IdempotencyKey key,
            @RequestParam String name,
            ServerHttpRequest request) {
        return attachments
                .upload(caller, key, name, request.getBody())
                .map(attachment ->
                        ResponseEntity.created(URI.create("/attachments/" + attachment.id()))
                                .body(attachment));
    }

    @GetMapping("/attachments/{id}")
    Mono<ResponseEntity<Flux<DataBuffer>>> download(Caller caller, @PathVariable UUID id) {
        return attachments.download(caller, id).map(AttachmentController::answer);
    }

    /** A picture may be shown where it is asked for; anything else is to be saved. */
    private static ResponseEntity<Flux<DataBuffer>> answer(Download download) {
        AttachmentView attachment = download.attachment();
        ContentDisposition.Builder disposition =
                attachment.isPicture()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.contentType()))
                .contentLength(attachment.bytes())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NO_PAGE)
                .body(download.content());
    }
}
