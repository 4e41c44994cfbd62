package org.consumptionaid.marketplace.catalog;

import java.util.List;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.region.Division;
import org.consumptionaid.marketplace.region.Regions;
import org.consumptionaid.marketplace.shared.Transactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where cooperatives deliver; everywhere unless they say otherwise. */
@Service
class Delivery {
    private final DeliveryAreaStore store;
    private final Outbox outbox;
    private final Regions regions;
    private final Transactions transactions;

    Delivery(DeliveryAreaStore store, Outbox outbox, Regions regions, Transactions transactions) {
        this.store = store;
        this.outbox = outbox;
        this.regions = regions;
        this.transactions = transactions;
    }

    Mono<DeliveryAreaView> area(Caller caller) {
        return store.find(caller.organisationId())
                .defaultIfEmpty(DeliveryArea.EVERYWHERE)
                .flatMap(area ->
                        choices().map(choices -> new DeliveryAreaView(area.provinces(), choices)));
    }

    /**
     * Changes it for all of the caller's products. Refusals: {@link
     * CatalogRefusal.UnknownProvince}.
     */
    Mono<DeliveryAreaView> set(Caller caller, DeliveryArea wanted) {
        List<String> provinces = wanted.provinces().stream().distinct().sorted().toList();
        return choices()
                .flatMap(choices -> checked(provinces, choices))
                .flatMap(area -> transactions.run(put(caller, area)))
                .then(Mono.defer(() -> area(caller)));
    }

    private static Mono<DeliveryArea> checked(List<String> provinces, List<String> choices) {
        return provinces.stream()
                .filter(province -> !choices.contains(province))
                .findFirst()
                .map(unknown -> new CatalogRefusal.UnknownProvince(unknown).<DeliveryArea>asError())
                .orElseGet(() -> Mono.just(new DeliveryArea(provinces)));
    }

    private Mono<Void> put(Caller caller, DeliveryArea area) {
        return store.lock(caller.organisationId())
                .then(store.put(caller.organisationId(), area))
                .then(store.products(caller.organisationId()))
                .flatMap(outbox::changed);
    }

    private Mono<List<String>> choices() {
        return regions.divisions()
                .map(divisions -> divisions.stream().map(Division::province).distinct().toList());
    }
}
