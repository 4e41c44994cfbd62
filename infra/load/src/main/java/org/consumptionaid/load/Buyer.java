package org.consumptionaid.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A person who buys for a budget unit, or one who sells for a cooperative. */
record Buyer(UUID person, UUID organisation) {
    private static final Duration VALID_FOR = Duration.ofHours(12);
    private static final String HEADER = "{\"alg\":\"HS256\"}";

    /** A bearer token as the API issues it. */
    String token(String secret) {
        return token(secret, "BUYER");
    }

    /** The same for another role. */
    String token(String secret, String role) {
        Instant now = Instant.now();
        String claims =
                """
                {"iss":"consumption-aid","sub":"%s","org":"%s","role":"%s","iat":%d,"exp":%d}
                """
                        .formatted(
                                person,
                                organisation,
                                role,
                                now.getEpochSecond(),
                                now.plus(VALID_FOR).getEpochSecond());
        String signed =
                base64(HEADER.getBytes(StandardCharsets.UTF_8)) + "." + base64(bytes(claims));
        return signed + "." + base64(signature(signed, secret));
    }

    private static byte[] signature(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
