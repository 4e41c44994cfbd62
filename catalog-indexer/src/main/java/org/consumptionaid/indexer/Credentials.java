package org.consumptionaid.indexer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * User and password of an address. Split before they are decoded: either may hold an encoded colon.
 */
record Credentials(String user, String secret) {

    /** Null when the address has none. */
    static @Nullable Credentials of(URI address) {
        if (address.getRawUserInfo() == null) {
            return null;
        }
        String[] parts = address.getRawUserInfo().split(":", 2);
        return new Credentials(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return user;
    }

    private static String decode(String text) {
        return StringUtils.uriDecode(text, StandardCharsets.UTF_8);
    }
}
