package org.consumptionaid.indexer.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings and mapping of the index, from {@code catalog-index.json}, and the names that follow
 * from them.
 *
 * @param hash SHA-256 of the file in hex: an index made from another file has another one and is
 *     rebuilt
 */
record IndexDefinition(ObjectNode json, String hash) {

    /** What search reads: the listed products of the live index. */
    static final String SEARCH_ALIAS = "catalog";

    private static final Pattern NAME = Pattern.compile("catalog-[0-9]{14}-[0-9a-f]{8}");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final int HASH_IN_NAME_CHARACTERS = 8;
    private static final String REFRESH_INTERVAL = "refresh_interval";
    private static final String NEVER = "-1";

    static IndexDefinition load() {
        try (InputStream file = IndexDefinition.class.getResourceAsStream("/catalog-index.json")) {
            return of(Objects.requireNonNull(file, "catalog-index.json").readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IndexDefinition of(byte[] file) {
        return new IndexDefinition((ObjectNode) JsonMapper.shared().readTree(file), sha256(file));
    }

    String nameAt(Instant now) {
        String hashInName = hash.substring(0, HASH_IN_NAME_CHARACTERS);
        return SEARCH_ALIAS + "-" + SECOND.format(now) + "-" + hashInName;
    }

    /** The body that creates an index of this name. */
    String bodyFor(String index, int replicas) {
        ObjectNode body = json.deepCopy();
        body.withObject("/mappings/_meta").put("hash", hash);
        body.withObject("/settings/index")
                .put("number_of_replicas", replicas)
                .put(REFRESH_INTERVAL, NEVER);
        body.withObject("/aliases").putObject(feedAlias(index));
        return body.toString();
    }

    /** What an index that is filled has and one that is being filled has not. */
    String settingsWhenComplete() {
        JsonNode interval = json.at("/settings/index/" + REFRESH_INTERVAL);
        ObjectNode settings = JsonMapper.shared().createObjectNode();
        settings.putObject("index").set(REFRESH_INTERVAL, interval);
        return settings.toString();
    }

    /** Only names that we gave are ours to delete. */
    static boolean isOurs(String index) {
        return NAME.matcher(index).matches();
    }

    /** The name that writes use: it goes with its index and is never made by a write. */
    static String feedAlias(String index) {
        return index + "-feed";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
