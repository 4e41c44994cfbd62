package org.consumptionaid.marketplace.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of results ended.
 *
 * @param rank the last result's place in the chosen order: its score, price per kg, distance in
 *     metres or time in milliseconds
 * @param id the last result, which decides between equal ranks
 * @param lot the {@link ProductQuery#lot()} of the list, or {@link #OF_DATABASE}
 */
record Cursor(double rank, String id, long lot) {
    /** The lot of a list that came from the database, whose ranks mean something else. */
    static final long OF_DATABASE = -1;

    private static final int PARTS = 3;

    /** Refuses what is no cursor of ours: {@link SharedRefusal.CursorInvalid}. */
    static @Nullable Cursor of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split("\\|", PARTS);
            return new Cursor(
                    finite(parts[0]), UUID.fromString(parts[1]).toString(), lot(parts[2]));
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

    private static long lot(String text) {
        int lot = Integer.parseInt(text);
        if (lot < OF_DATABASE) {
            throw new IllegalArgumentException(text);
        }
        return lot;
    }

    boolean isOfDatabase() {
        return lot == OF_DATABASE;
    }

    String text() {
        byte[] bytes = (rank + "|" + id + "|" + lot).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
