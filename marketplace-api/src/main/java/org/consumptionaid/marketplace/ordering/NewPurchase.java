package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.consumptionaid.marketplace.catalog.Offer;
import org.consumptionaid.marketplace.certification.SeasonTake;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.pricing.BuyerKind;
import org.consumptionaid.marketplace.pricing.PriceStep;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A purchase about to be written: its orders, one per cooperative, and their lines with today's
 * snapshots.
 */
record NewPurchase(
        UUID id,
        Caller buyer,
        PlaceOrders command,
        Instant placedAt,
        List<Order> orders,
        List<Line> lines) {
    /** The letter of order numbers (Dingdan). */
    static final char LETTER = 'D';

    record Order(
            UUID id,
            UUID purchaseId,
            String number,
            UUID supplierId,
            String supplierName,
            long totalFen) {}

    record Line(
            UUID orderId,
            UUID purchaseId,
            int line,
            UUID productId,
            String name,
            String categoryCode,
            String countyCode,
            String countyName,
            String grade,
            String unit,
            long unitGrams,
            long priceFen,
            @Nullable UUID offerId,
            long quantity,
            long totalFen,
            String certificateNumber) {}

    /**
     * @param offers what the command's lines are, in their order
     */
    static NewPurchase of(
            Caller buyer,
            PlaceOrders command,
            List<Offer> offers,
            List<Long> numbers,
            Supplier<UUID> ids,
            Instant now) {
        UUID id = ids.get();
        List<Order> orders = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Iterator<Long> number = numbers.iterator();
        for (List<Line> ofOne : bySupplier(id, buyer, command, offers, ids).values()) {
            Offer first =
                    offers.stream()
                            .filter(offer -> offer.productId().equals(ofOne.getFirst().productId()))
                            .findFirst()
                            .orElseThrow();
            orders.add(order(ofOne, first, number.next()));
            lines.addAll(ofOne);
        }
        return new NewPurchase(id, buyer, command, now, orders, lines);
    }

    /** What the orders take of the cooperatives' seasons. */
    List<SeasonTake> takes() {
        Map<UUID, UUID> suppliers = new HashMap<>();
        orders.forEach(order -> suppliers.put(order.id(), order.supplierId()));
        return lines.stream()
                .map(line ->
                        new SeasonTake(
                                line.orderId(),
                                Objects.requireNonNull(suppliers.get(line.orderId())),
                                line.categoryCode(),
                                Math.multiplyExact(line.quantity(), line.unitGrams())))
                .toList();
    }

    PurchaseView view() {
        return new PurchaseView(
                id,
                orders.stream()
                        .map(order ->
                                new PurchaseView.PlacedOrder(
                                        order.id(),
                                        order.number(),
                                        OrderState.PLACED,
                                        order.supplierName(),
                                        order.totalFen()))
                        .toList());
    }

    private static Map<UUID, List<Line>> bySupplier(
            UUID purchaseId,
            Caller buyer,
            PlaceOrders command,
            List<Offer> offers,
            Supplier<UUID> ids) {
        BuyerKind kind = BuyerKind.of(buyer.role());
        Map<UUID, UUID> orderIds = new LinkedHashMap<>();
        Map<UUID, List<Line>> lines = new LinkedHashMap<>();
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            UUID orderId = orderIds.computeIfAbsent(offer.organisationId(), _ -> ids.get());
            List<Line> ofOne = lines.computeIfAbsent(orderId, _ -> new ArrayList<>());
            long quantity = command.lines().get(i).quantity();
            PriceStep price = offer.price(kind, quantity);
            ofOne.add(line(orderId, purchaseId, ofOne.size() + 1, offer, price, quantity));
        }
        return lines;
    }

    private static Order order(List<Line> lines, Offer first, long number) {
        Money total =
                lines.stream()
                        .map(line -> new Money(line.totalFen()))
                        .reduce(Money.ZERO, Money::plus);
        return new Order(
                lines.getFirst().orderId(),
                lines.getFirst().purchaseId(),
                CheckedNumber.of(LETTER, number),
                first.organisationId(),
                first.organisationName(),
                total.fen());
    }

    private static Line line(
            UUID orderId,
            UUID purchaseId,
            int number,
            Offer offer,
            PriceStep price,
            long quantity) {
        return new Line(
                orderId,
                purchaseId,
                number,
                offer.productId(),
                offer.name(),
                offer.categoryCode(),
                offer.countyCode(),
                offer.countyName(),
                offer.grade(),
                offer.unit(),
                offer.netWeightGrams(),
                price.priceFen(),
                price.offerId(),
                quantity,
                new Money(price.priceFen()).times(quantity).fen(),
                Objects.requireNonNull(offer.certificateNumber()));
    }
}
