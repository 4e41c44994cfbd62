package org.consumptionaid.marketplace.sheets;

import java.util.Optional;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.consumptionaid.marketplace.shared.Version;

/**
 * Which product an exported row is, and what it was then, so that an import never undoes what
 * happened since. Written as {@code <id>@3-17}.
 */
record ProductMark(UUID id, Version read) {
    String text() {
        return id + "@" + read.text();
    }

    static Optional<ProductMark> of(String text) {
        String[] parts = text.strip().split("@", -1);
        try {
            return parts.length == 2
                    ? Optional.of(
                            new ProductMark(UUID.fromString(parts[0]), Version.ofIfMatch(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException | RefusedException _) {
            return Optional.empty();
        }
    }
}
