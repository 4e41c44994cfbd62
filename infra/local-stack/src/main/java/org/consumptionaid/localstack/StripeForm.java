package org.consumptionaid.localstack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The form-encoded body of a request to Stripe, such as {@code amount=500&metadata[order]=7}. */
record StripeForm(Map<String, String> fields) {

    static StripeForm parse(String body) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new StripeForm(fields);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Nullable String text(String name) {
        return fields.get(name);
    }

    String required(String name) {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw StripeRefusal.missing(name);
        }
        return value;
    }

    /** A positive amount in the smallest unit. */
    long amount(String name) {
        String value = required(name);
        if (!value.matches("[1-9][0-9]{0,11}")) {
            throw StripeRefusal.invalid(name, "Invalid positive integer");
        }
        return Long.parseLong(value);
    }

    boolean flag(String name) {
        return "true".equals(fields.get(name));
    }

    /** The fields {@code group[key]}, by key. */
    Map<String, String> group(String group) {
        Map<String, String> members = new TreeMap<>();
        String prefix = group + "[";
        fields.forEach((name, value) -> {
            if (name.startsWith(prefix) && name.endsWith("]")) {
                members.put(name.substring(prefix.length(), name.length() - 1), value);
            }
        });
        return members;
    }
}
