package org.consumptionaid.marketplace;

import java.util.Map;
import reactor.blockhound.BlockHound;

/**
 * Makes every blocking call on an event loop an error, which the test sees as a 500 or a failed
 * task.
 */
final class BlockingWatch {
    /**
     * What happens once and is kept (the sentences of a language, the API's own description),
     * {@code /dev/urandom}, which never waits, and locks held for a moment, such as those of
     * Jackson's caches and of the connections to Elasticsearch. A latch, a sleep, a file or a
     * socket is still found.
     */
    private static final Map<String, String> ALLOWED =
            Map.of(
                    "org.springframework.context.support.ResourceBundleMessageSource",
                    "loadBundle",
                    "org.hibernate.validator.resourceloading.PlatformResourceBundleLocator",
                    "getResourceBundle",
                    "org.springdoc.api.AbstractOpenApiResource",
                    "getOpenApi",
                    "sun.security.provider.NativePRNG",
                    "engineNextBytes",
                    "org.apache.hc.core5.pool.StrictConnPool",
                    "lease",
                    "java.util.concurrent.locks.ReentrantLock",
                    "lock");

    private BlockingWatch() {}

    static void start() {
        BlockHound.install(watch -> ALLOWED.forEach(watch::allowBlockingCallsInside));
    }
}
