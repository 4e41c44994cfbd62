package org.consumptionaid.marketplace.shared;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Single values that must not be readable in the database or its backups: AES-256-GCM with keys
 * from the configuration. The first key seals; all of them open, so that keys can be changed.
 */
@Component
public class SealedValues {
    private final Map<String, BytesEncryptor> keys = new LinkedHashMap<>();
    private final String newest;

    /**
     * @param keys {@code name:64 hexadecimal digits}, with commas between several
     */
    SealedValues(@Value("${marketplace.data-keys}") String keys) {
        for (String key : keys.split(",", -1)) {
            String[] parts = key.strip().split(":", 2);
            this.keys.put(parts[0], encryptor(parts[1]));
        }
        this.newest = this.keys.keySet().iterator().next();
    }

    /** The value as it may be stored: the key's name, a colon, hexadecimal digits. */
    public String seal(String value) {
        byte[] sealed = key(newest).encrypt(value.getBytes(StandardCharsets.UTF_8));
        return newest + ":" + HexFormat.of().formatHex(sealed);
    }

    /**
     * The value that was sealed.
     *
     * @throws IllegalArgumentException for a key that is no longer configured
     */
    public String open(String sealed) {
        int colon = sealed.indexOf(':');
        byte[] bytes = HexFormat.of().parseHex(sealed.substring(colon + 1));
        return new String(key(sealed.substring(0, colon)).decrypt(bytes), StandardCharsets.UTF_8);
    }

    private BytesEncryptor key(String name) {
        BytesEncryptor key = keys.get(name);
        if (key == null) {
            throw new IllegalArgumentException("no key " + name);
        }
        return key;
    }

    private static BytesEncryptor encryptor(String hexadecimal) {
        SecretKey key = new SecretKeySpec(HexFormat.of().parseHex(hexadecimal), "AES");
        return AesGcmBytesEncryptor.withSecretKey(key).build();
    }
}
