package org.consumptionaid.marketplace.certification;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What a cooperative can sell of a category in a season, by its certificate: nobody sells more than
 * grows there. What changes it joins the caller's transaction.
 */
@Service
public class SeasonCapacity {
    private final SeasonCapacityStore store;
    private final Clock clock;

    SeasonCapacity(SeasonCapacityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Draws on the season of today under the certificates in force now; all or nothing. Refusals:
     * {@link CertificationRefusal.SeasonCapacityExceeded}.
     */
    public Mono<Void> draw(List<SeasonTake> takes) {
        return store.begin(takes, clock.instant())
                .then(store.take(takes, clock.instant()))
                .flatMap(served -> {
                    Set<SeasonOfGoods> missing = new HashSet<>();
                    takes.forEach(take -> missing.add(SeasonOfGoods.of(take)));
                    served.forEach(missing::remove);
                    return missing.isEmpty() ? Mono.empty() : exceeded(missing.iterator().next());
                });
    }

    /** The season under which produce of a category is sold today; none outside all seasons. */
    public Mono<List<RunningSeason>> running(UUID organisationId, String category) {
        return store.running(organisationId, category, clock.instant());
    }

    /** All seasons of a cooperative that run today. */
    public Mono<List<RunningSeason>> running(UUID organisationId) {
        return store.running(organisationId, clock.instant());
    }

    /** Gives back what an order has drawn; nothing happens the second time. */
    public Mono<Void> giveBack(UUID orderId) {
        return store.giveBack(orderId, clock.instant());
    }

    /** Gives back a part of what an order has drawn. */
    public Mono<Void> giveBack(UUID orderId, List<SeasonTake> parts) {
        return store.giveBack(orderId, parts);
    }

    private Mono<Void> exceeded(SeasonOfGoods goods) {
        return store.left(goods, clock.instant())
                .flatMap(left ->
                        new CertificationRefusal.SeasonCapacityExceeded(
                                        left.categoryName(), left.grams())
                                .asError());
    }
}
