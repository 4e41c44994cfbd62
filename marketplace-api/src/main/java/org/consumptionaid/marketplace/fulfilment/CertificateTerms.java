package org.consumptionaid.marketplace.fulfilment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a cooperative says of the lots it ships.
 *
 * @param basis none named: its own word; an empty list: no certificate is issued
 * @param contact how it can be reached about the lot
 */
record CertificateTerms(
        @Nullable @Size(max = 4) List<@NotNull LotBasis> basis,
        @Nullable @Size(max = 60) String contact) {

    static final CertificateTerms DEFAULT = new CertificateTerms(null, null);

    List<LotBasis> basisOrDefault() {
        return Objects.requireNonNullElse(basis, List.of(LotBasis.SELF_PROMISE)).stream()
                .distinct()
                .toList();
    }

    boolean issues() {
        return !basisOrDefault().isEmpty();
    }

    String contactOrNone() {
        return contact == null ? "" : contact.strip();
    }
}
