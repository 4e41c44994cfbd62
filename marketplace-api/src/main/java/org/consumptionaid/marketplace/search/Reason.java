package org.consumptionaid.marketplace.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Why a product stands where it does.
 *
 * @param words what the sentence names, if it names something
 */
record Reason(Kind kind, String words) {
    private static final String SEPARATOR = ":";

    enum Kind {
        NAME,
        END_OF_NAME,
        CATEGORY,
        VARIETY,
        WORDS,
        OTHER_NAME,
        READING,
        INITIALS,
        ONE_OTHER_CHARACTER,
        NEAREST,
        WEIGHT,
        GRADE,
        IN_SEASON,
        IN_STOCK,
        GEOGRAPHICAL_INDICATION,
        CERTIFIED,
        LOT,
        PRICE,
        DISTANCE,
        NEWEST;

        /** The key of its sentence. */
        String key() {
            return "search.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Reason of(Kind kind) {
        return new Reason(kind, "");
    }

    /** Reads back {@link #text()}; nothing for what is no reason. */
    static Stream<Reason> of(String text) {
        String[] parts = text.split(SEPARATOR, 2);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(parts[0]))
                .map(kind -> new Reason(kind, parts.length > 1 ? parts[1] : ""));
    }

    String text() {
        return kind + SEPARATOR + words;
    }
}
