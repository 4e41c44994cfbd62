package org.consumptionaid.indexer;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** An address that the environment must name. */
record Setting(String name, String form) {

    static final Setting DATABASE =
            new Setting("DATABASE_URL", "postgresql://user:password@host:port/database");

    static final Setting ELASTICSEARCH = new Setting("ELASTICSEARCH_URL", "http://host:port");

    /**
     * @throws MissingSetting it is absent
     */
    String in(Environment environment) {
        String value = environment.getProperty(name);
        if (!StringUtils.hasText(value)) {
            throw new MissingSetting("Set the environment variable " + name + " to " + form + ".");
        }
        return value.strip();
    }

    /**
     * @throws MissingSetting it is not an address with a host
     */
    URI uri(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Its message repeats the text, which may hold a password.
        }
        throw otherForm();
    }

    MissingSetting otherForm() {
        return new MissingSetting("The environment variable " + name + " must be " + form + ".");
    }
}
