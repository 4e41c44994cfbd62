package org.consumptionaid.marketplace.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Merkle trees as in RFC 6962, SHA-256, hashes in small hexadecimal letters. A leaf, a node and a
 * seal are hashed with a first byte of their own (0, 1 and 2), so that none can pass for another.
 */
final class Merkle {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte SEAL = 2;
    private static final HexFormat HEX = HexFormat.of();

    private Merkle() {}

    static String leaf(String canonical) {
        return hash(LEAF, canonical.getBytes(StandardCharsets.UTF_8));
    }

    static String seal(String canonical) {
        return hash(SEAL, canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** The root over one leaf or more. */
    static String root(List<String> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = split(leaves.size());
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** For each leaf the neighbours on its way up to the root, its own first. */
    static List<List<String>> paths(List<String> leaves) {
        List<List<String>> paths = new ArrayList<>();
        leaves.forEach(_ -> paths.add(new ArrayList<>()));
        grow(leaves, paths);
        return paths;
    }

    private static String grow(List<String> leaves, List<List<String>> paths) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = split(leaves.size());
        int size = leaves.size();
        String left = grow(leaves.subList(0, split), paths.subList(0, split));
        String right = grow(leaves.subList(split, size), paths.subList(split, size));
        paths.subList(0, split).forEach(path -> path.add(right));
        paths.subList(split, size).forEach(path -> path.add(left));
        return node(left, right);
    }

    /** The largest power of two below the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static String node(String left, String right) {
        return hash(NODE, HEX.parseHex(left + right));
    }

    private static String hash(byte domain, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(domain);
            return HEX.formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
