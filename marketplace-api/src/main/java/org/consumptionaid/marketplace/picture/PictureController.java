package org.consumptionaid.marketplace.picture;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.picture.Pictures.Served;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Items;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class PictureController {
    /** A picture of an id never changes. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    record Order(@NotNull @Size(max = Pictures.MOST_PICTURES) List<@NotNull UUID> ids) {}

    @GetMapping("/products/{id}/pictures")
    Mono<Items<PictureView>> list(@PathVariable UUID id) {
        return pictures.of(id).map(Items::new);
    }

    /** The body is the file itself. */
    @PostMapping("/products/{id}/pictures")
    Mono<ResponseEntity<Items<PictureView>>> add(
            Caller caller,
            @PathVariable UUID id,
            IdempotencyKey key,
            @RequestParam(defaultValue = "") String alt,
            ServerHttpRequest request) {
        return pictures.add(caller, key, id, alt, request.getBody())
                .map(all ->
                        ResponseEntity.created(URI.create("/products/" + id + "/pictures"))
                                .body(new Items<>(all)));
    }

    @PutMapping("/products/{id}/pictures")
    Mono<Items<PictureView>> order(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody Order order) {
        return pictures.order(caller, id, order.ids()).map(Items::new);
    }

    @DeleteMapping("/products/{id}/pictures/{pictureId}")
    Mono<Items<PictureView>> remove(
            Caller caller, @PathVariable UUID id, @PathVariable UUID pictureId) {
        return pictures.remove(caller, id, pictureId).map(Items::new);
    }

    @GetMapping("/pictures/{pictureId}/{size}")
    Mono<ResponseEntity<Flux<DataBuffer>>> serve(
            @PathVariable UUID pictureId,
            @PathVariable int size,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        return pictures.serve(pictureId, size).map(served -> answer(served, known));
    }

    private static ResponseEntity<Flux<DataBuffer>> answer(Served served, String known) {
        String etag = "\"" + served.file().sha256() + "\"";
        if (known.contains(etag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(FOR_EVER)
                    .eTag(etag)
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .contentLength(served.file().bytes())
                .cacheControl(FOR_EVER)
                .eTag(etag)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(served.content());
    }
}
