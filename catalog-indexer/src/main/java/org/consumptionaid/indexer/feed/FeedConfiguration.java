package org.consumptionaid.indexer.feed;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two threads of the indexer. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    private static final Backoff FEED = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    /** Longer, as what fails here may be a whole rebuild. */
    private static final Backoff KEEPER =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

    @Bean
    Worker feedWorker(Feed feed) {
        return new Worker("catalog-feed", feed::run, FEED);
    }

    @Bean
    Worker keeperWorker(IndexKeeper keeper) {
        return new Worker("catalog-index-keeper", keeper::run, KEEPER);
    }
}
