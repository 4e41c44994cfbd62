package org.consumptionaid.marketplace.attachment;

/** What an uploaded file may be. */
public enum FileKind {
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    /** China's format of fixed pages, in which electronic invoices come: a zip. */
    OFD("application/ofd"),
    XML("application/xml");

    final String contentType;

    /** Whether it is shown as a picture. */
    public boolean isPicture() {
        return this == JPEG || this == PNG;
    }

    FileKind(String contentType) {
        this.contentType = contentType;
    }
}
