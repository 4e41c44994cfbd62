package org.consumptionaid.console.market;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the marketplace API is; only the profile {@code demo} has a default. */
@ConfigurationProperties("marketplace.api")
record ApiSettings(@Nullable URI url) {

    URI requiredUrl() {
        if (url == null || url.getHost() == null) {
            throw new ApiAddressMissing();
        }
        return url;
    }

    /** The console cannot work, and must not guess. */
    static final class ApiAddressMissing extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
