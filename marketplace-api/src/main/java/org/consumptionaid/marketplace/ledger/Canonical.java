package org.consumptionaid.marketplace.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one text of an entry and of a seal that hashes are made of, as {@code infra/docs/ledger.md}
 * defines it: JSON without white space, keys in this order. Written by hand, because a library that
 * one day writes the same value in other bytes would break the proof of every older entry.
 */
final class Canonical {
    /** What stands before the first seal. */
    static final String NO_HASH = "0".repeat(64);

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Canonical() {}

    /** An entry with everything about it that may never change. */
    record Entry(
            UUID id,
            String kind,
            UUID subjectId,
            @Nullable UUID reversesId,
            Instant bookedAt,
            String note,
            List<Posting> postings) {
        String text() {
            return "{\"id\":"
                    + quoted(id.toString())
                    + ",\"kind\":"
                    + quoted(kind)
                    + ",\"subject\":"
                    + quoted(subjectId.toString())
                    + ",\"reverses\":"
                    + nullable(reversesId)
                    + ",\"bookedAt\":"
                    + moment(bookedAt)
                    + ",\"note\":"
                    + quoted(note)
                    + ",\"postings\":"
                    + postings.stream()
                            .map(Posting::text)
                            .collect(Collectors.joining(",", "[", "]}"));
        }

        String leaf() {
            return Merkle.leaf(text());
        }
    }

    record Posting(String account, @Nullable UUID organisationId, long amountFen) {
        String text() {
            return "{\"account\":"
                    + quoted(account)
                    + ",\"organisation\":"
                    + nullable(organisationId)
                    + ",\"fen\":"
                    + amountFen
                    + "}";
        }
    }

    static String seal(long number, String previous, String root, int entries, Instant sealedAt) {
        return "{\"number\":"
                + number
                + ",\"previous\":"
                + quoted(previous)
                + ",\"root\":"
                + quoted(root)
                + ",\"entries\":"
                + entries
                + ",\"sealedAt\":"
                + moment(sealedAt)
                + "}";
    }

    private static String moment(Instant at) {
        return quoted(MICROSECONDS.format(at));
    }

    private static String nullable(@Nullable UUID id) {
        return id == null ? "null" : quoted(id.toString());
    }

    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(Canonical::escaped)
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default ->
                    codePoint < ' '
                            ? String.format(Locale.ROOT, "\\u%04x", codePoint)
                            : Character.toString(codePoint);
        };
    }
}
