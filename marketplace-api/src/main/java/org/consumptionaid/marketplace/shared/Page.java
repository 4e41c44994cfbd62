package org.consumptionaid.marketplace.shared;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, newest first, and the cursor of the next part; none at the end. */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int SIZE = 20;

    /**
     * The page of rows that were read with a limit of one more than {@link #SIZE}.
     *
     * @param id what the next page starts after
     */
    public static <T> Page<T> of(List<T> rows, Function<T, UUID> id) {
        if (rows.size() <= SIZE) {
            return new Page<>(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, SIZE));
        return new Page<>(items, id.apply(items.getLast()).toString());
    }

    /**
     * The id a cursor stands for; for none, one above all UUIDv7 that will ever be.
     *
     * @throws RefusedException {@link SharedRefusal.CursorInvalid}
     */
    public static UUID before(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isEmpty() ? new UUID(-1, -1) : UUID.fromString(cursor);
        } catch (IllegalArgumentException _) {
            throw new SharedRefusal.CursorInvalid().asException();
        }
    }
}
