package org.consumptionaid.marketplace.attachment;

import java.nio.file.Path;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where the bytes of files lie, named by their SHA-256. All or nothing: a file that is not wholly
 * kept cannot be read.
 */
interface FileStorage {
    /** Keeps the file; equal bytes are kept once. */
    Mono<Void> keep(String sha256, Path file);

    /** In pieces of at most 64 KiB as they are asked for; an error if there is no such file. */
    Flux<DataBuffer> read(String sha256);

    /** That it was not there is no error. */
    Mono<Void> delete(String sha256);
}
