package org.consumptionaid.marketplace.attachment;

import java.nio.file.Path;
import org.springframework.core.io.Resource;
import reactor.core.publisher.Mono;

/** Where the bytes of files lie, named by their SHA-256. */
interface FileStorage {
    /** Keeps the file; equal bytes are kept once. */
    Mono<Void> keep(String sha256, Path file);

    Resource open(String sha256);
}
