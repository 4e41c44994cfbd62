package org.consumptionaid.marketplace.region;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The 832 counties and today's divisions. They change only with a release, so are read once. */
@Service
public class Regions {
    private final RegionStore store;
    private final AsyncCache<String, List<ListedCounty>> cache =
            Caffeine.newBuilder().maximumSize(1).buildAsync();
    private final AsyncCache<String, List<Division>> divisions =
            Caffeine.newBuilder().maximumSize(1).buildAsync();

    Regions(RegionStore store) {
        this.store = store;
    }

    /** All 832 entries, in the order of the list. */
    public Mono<List<ListedCounty>> listedCounties() {
        return Mono.fromFuture(
                () -> cache.get("832", (_, _) -> store.listedCounties().toFuture()), true);
    }

    /** All county-level divisions of today, by code. */
    public Mono<List<Division>> divisions() {
        return Mono.fromFuture(
                () -> divisions.get("today", (_, _) -> store.divisions().toFuture()), true);
    }
}
