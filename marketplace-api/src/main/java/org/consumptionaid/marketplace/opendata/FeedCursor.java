package org.consumptionaid.marketplace.opendata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consumptionaid.marketplace.shared.SharedRefusal.CursorInvalid;

/**
 * After which release a reader goes on: the transaction that made it, and its number.
 *
 * @param transaction as PostgreSQL counts them, 0 before the first
 */
record FeedCursor(long transaction, long id) {
    static final FeedCursor START = new FeedCursor(0, 0);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /**
     * The cursor of a text; the start for an empty one.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link CursorInvalid}
     */
    static FeedCursor of(String text) {
        if (text.isEmpty()) {
            return START;
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new CursorInvalid().asException();
        }
        return new FeedCursor(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    String text() {
        return transaction + "-" + id;
    }
}
