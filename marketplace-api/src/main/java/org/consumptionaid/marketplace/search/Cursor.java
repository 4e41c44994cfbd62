package org.consumptionaid.marketplace.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of results ended.
 *
 * @param rank the last result's place in the chosen order: its score, price per kg, or time in
 *     milliseconds
 * @param id the last result, which decides between equal ranks
 */
record Cursor(double rank, String id) {
    /** Refuses what is no cursor of ours: {@link SharedRefusal.CursorInvalid}. */
    static @Nullable Cursor of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split("\\|", 2);
            return new Cursor(finite(parts[0]), UUID.fromString(parts[1]).toString());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            throw new SharedRefusal.CursorInvalid().asException();
        }
    }

    private static double finite(String text) {
        double rank = Double.parseDouble(text);
        if (!Double.isFinite(rank)) {
            throw new IllegalArgumentException(text);
        }
        return rank;
    }

    String text() {
        byte[] bytes = (rank + "|" + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
