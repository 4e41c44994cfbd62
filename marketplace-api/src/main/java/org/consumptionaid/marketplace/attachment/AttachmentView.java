package org.consumptionaid.marketplace.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * An uploaded file.
 *
 * @param contentType as its content says, not its name
 * @param sha256 of its bytes, hexadecimal
 */
public record AttachmentView(
        UUID id, String name, String contentType, long bytes, String sha256, Instant createdAt) {
    boolean isPicture() {
        return contentType.startsWith("image/");
    }
}
