package org.consumptionaid.marketplace.ordering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.catalog.Offer;
import org.consumptionaid.marketplace.catalog.Stock;
import org.consumptionaid.marketplace.catalog.Wanted;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.CartView.CartLine;
import org.consumptionaid.marketplace.ordering.CartView.SupplierPart;
import org.consumptionaid.marketplace.pricing.BuyerKind;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.ProblemRenderer;
import org.consumptionaid.marketplace.shared.Refusal;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A person's cart. It reserves nothing: prices and stock are today's until the order is placed. */
@Service
public class Carts {
    static final int MOST_LINES = 200;

    private final CartStore store;
    private final Stock stock;
    private final ProblemRenderer renderer;
    private final Clock clock;

    Carts(CartStore store, Stock stock, ProblemRenderer renderer, Clock clock) {
        this.store = store;
        this.stock = stock;
        this.renderer = renderer;
        this.clock = clock;
    }

    public Mono<CartView> cart(Caller caller, Locale locale) {
        return store.lines(caller.personId())
                .flatMap(lines ->
                        stock.offers(ids(lines), kind(caller))
                                .map(offers -> view(lines, offers, kind(caller), locale)));
    }

    /**
     * Sets a product's number of packages. Refusals: {@link NotFound}, {@link
     * OrderingRefusal.TooManyCartLines}.
     */
    public Mono<CartView> put(Caller caller, Wanted wanted, Locale locale) {
        return stock.offers(List.of(wanted.productId()), kind(caller))
                .filter(offers -> !offers.isEmpty())
                .switchIfEmpty(new NotFound().asError())
                .then(store.put(caller.personId(), wanted, MOST_LINES, clock.instant()))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(new OrderingRefusal.TooManyCartLines(MOST_LINES).asError())
                .then(cart(caller, locale));
    }

    /** Takes a product out; nothing happens if it is not in. */
    public Mono<CartView> remove(Caller caller, UUID productId, Locale locale) {
        return store.remove(caller.personId(), List.of(new Wanted(productId, 1)))
                .then(cart(caller, locale));
    }

    /** What has gone another way than an order; joins the caller's transaction. */
    public Mono<Void> take(Caller caller, List<Wanted> wanted) {
        return store.remove(caller.personId(), wanted);
    }

    private CartView view(List<Wanted> wanted, List<Offer> offers, BuyerKind kind, Locale locale) {
        Map<UUID, Offer> byId = new HashMap<>();
        offers.forEach(offer -> byId.put(offer.productId(), offer));
        Map<UUID, List<CartLine>> lines = new LinkedHashMap<>();
        Map<UUID, String> names = new HashMap<>();
        for (Wanted one : wanted) {
            Offer offer = byId.get(one.productId());
            if (offer != null) {
                names.put(offer.organisationId(), offer.organisationName());
                lines.computeIfAbsent(offer.organisationId(), _ -> new ArrayList<>())
                        .add(line(offer, one.quantity(), kind, locale));
            }
        }
        List<SupplierPart> parts =
                lines.entrySet().stream()
                        .map(part ->
                                new SupplierPart(
                                        part.getKey(),
                                        names.getOrDefault(part.getKey(), ""),
                                        total(part.getValue()),
                                        part.getValue()))
                        .toList();
        return new CartView(
                parts,
                parts.stream().mapToLong(SupplierPart::totalFen).sum(),
                wanted.stream().mapToLong(Wanted::quantity).sum());
    }

    private CartLine line(Offer offer, long quantity, BuyerKind kind, Locale locale) {
        long priceFen = offer.price(kind, quantity).priceFen();
        return new CartLine(
                offer.productId(),
                offer.name(),
                offer.countyName(),
                offer.categoryCode(),
                offer.unit(),
                offer.netWeightGrams(),
                priceFen,
                quantity,
                offer.available(),
                new Money(priceFen).times(quantity).fen(),
                problem(offer.refusal(quantity), locale));
    }

    private @Nullable String problem(@Nullable Refusal refusal, Locale locale) {
        return refusal == null ? null : renderer.sentence(refusal, locale);
    }

    private static long total(List<CartLine> lines) {
        return lines.stream().mapToLong(CartLine::totalFen).sum();
    }

    private static BuyerKind kind(Caller caller) {
        return BuyerKind.of(caller.role());
    }

    private static List<UUID> ids(List<Wanted> lines) {
        return lines.stream().map(Wanted::productId).toList();
    }
}
