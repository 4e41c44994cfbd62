package org.consumptionaid.marketplace.attachment;

/** What an uploaded file may be. */
public enum FileKind {
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png");

    final String contentType;

    FileKind(String contentType) {
        this.contentType = contentType;
    }
}
