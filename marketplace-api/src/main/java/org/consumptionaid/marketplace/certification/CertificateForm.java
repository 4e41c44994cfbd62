package org.consumptionaid.marketplace.certification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application.
 *
 * @param category of a product certificate
 * @param seasons of a product certificate
 * @param attachments ids of evidence files the cooperative has stored
 */
record CertificateForm(
        @NotNull CertificateKind kind,
        @Nullable @Size(min = 1, max = 20) String category,
        @Nullable @Size(max = 2000) String statement,
        @Nullable @Size(max = 6) List<@Valid @NotNull SeasonClaim> seasons,
        @Nullable @Size(max = 20) List<@NotNull UUID> attachments) {

    /** Of the kind and category of an application that is there. */
    CertificateForm about(CertificateHead head) {
        return new CertificateForm(head.kind(), head.category(), statement, seasons, attachments);
    }

    /** Without what its kind does not have. */
    CertificateForm tidied() {
        boolean product = kind == CertificateKind.PRODUCT;
        return new CertificateForm(
                kind,
                product ? category : null,
                Objects.requireNonNullElse(statement, "").strip(),
                product ? seasonsOrNone() : List.of(),
                attachmentsOrNone());
    }

    List<UUID> attachmentsOrNone() {
        return Objects.requireNonNullElse(attachments, List.of());
    }

    List<SeasonClaim> seasonsOrNone() {
        return Objects.requireNonNullElse(seasons, List.of());
    }
}
