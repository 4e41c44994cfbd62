package org.consumptionaid.marketplace.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller last read of a thing people edit: the version of its fields and that of its stock,
 * apart so that an order that takes stock does not make every open form stale. Written as an ETag
 * {@code "3-17"}.
 */
public record Version(long fields, long stock) {
    private static final Pattern FORM = Pattern.compile("(?:W/)?\"?([0-9]{1,18})-([0-9]{1,18})\"?");

    /**
     * The version an {@code If-Match} header names.
     *
     * @throws RefusedException {@link SharedRefusal.VersionMissing}, {@link
     *     SharedRefusal.VersionInvalid}
     */
    public static Version ofIfMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new SharedRefusal.VersionMissing().asException();
        }
        Matcher matcher = FORM.matcher(header.strip());
        if (!matcher.matches()) {
            throw new SharedRefusal.VersionInvalid().asException();
        }
        return new Version(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    public String text() {
        return fields + "-" + stock;
    }

    public String etag() {
        return '"' + text() + '"';
    }
}
