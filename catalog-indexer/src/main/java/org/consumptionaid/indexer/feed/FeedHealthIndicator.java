package org.consumptionaid.indexer.feed;

import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * {@code feed} in {@code GET /actuator/health}, and all there is of it.
 *
 * <ul>
 *   <li>DOWN: the database does not answer.
 *   <li>OUT_OF_SERVICE: there is no live index that answers a search. So the first UP means there
 *       is one.
 *   <li>UP: otherwise, also while Elasticsearch is away ({@code elasticsearch: unreachable}):
 *       changes wait in the database, and starting this process anew would mend nothing. Watch
 *       {@code catalog_feed_lag_seconds} for that.
 * </ul>
 */
@Component
class FeedHealthIndicator implements HealthIndicator {

    private final FeedMeters meters;
    private final IndexKeeper keeper;

    FeedHealthIndicator(FeedMeters meters, IndexKeeper keeper) {
        this.meters = meters;
        this.keeper = keeper;
    }

    @Override
    public Health health() {
        Backlog backlog = meters.backlog();
        return backlog == null
                ? Health.down().withDetail("database", "unreachable").build()
                : health(backlog, keeper.sight());
    }

    private Health health(Backlog backlog, Sight sight) {
        Instant lastBatch = meters.lastBatchAt();
        return (sight.searchable() ? Health.up() : Health.outOfService())
                .withDetail("elasticsearch", sight.reachable() ? "reachable" : "unreachable")
                .withDetail("liveIndex", sight.live() == null ? "none" : sight.live())
                .withDetail("pending", backlog.pending())
                .withDetail("lagSeconds", backlog.lagSeconds())
                .withDetail("parked", backlog.parked())
                .withDetail("lastBatchAt", lastBatch == null ? "none" : lastBatch.toString())
                .build();
    }
}
