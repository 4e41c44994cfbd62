package org.consumptionaid.marketplace.settlement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.consumptionaid.marketplace.shared.Money;

/** A batch about to be written: what is payable, gathered by cooperative. */
record NewBatch(String number, List<Transfer> transfers) {

    /** An order that is past its return window, with its cooperative's account. */
    record PayableOrder(
            UUID orderId,
            String number,
            UUID organisationId,
            String organisationName,
            String bankName,
            String accountSealed,
            String accountEnding,
            long amountFen) {}

    /** What goes to one cooperative's account. */
    record Transfer(UUID id, String text, PayableOrder to, List<PayableOrder> orders) {
        long amountFen() {
            return orders.stream().mapToLong(PayableOrder::amountFen).reduce(0, Math::addExact);
        }
    }

    /** By cooperative, in the order in which the orders come. */
    static NewBatch of(String number, List<PayableOrder> orders, Supplier<UUID> ids) {
        Map<UUID, List<PayableOrder>> byCooperative = new LinkedHashMap<>();
        orders.forEach(order ->
                byCooperative
                        .computeIfAbsent(order.organisationId(), _ -> new ArrayList<>())
                        .add(order));
        List<Transfer> transfers = new ArrayList<>();
        for (List<PayableOrder> own : byCooperative.values()) {
            String text = "货款 " + number + "-" + (transfers.size() + 1);
            transfers.add(new Transfer(ids.get(), text, own.getFirst(), List.copyOf(own)));
        }
        return new NewBatch(number, List.copyOf(transfers));
    }

    Money total() {
        return new Money(
                transfers.stream().mapToLong(Transfer::amountFen).reduce(0, Math::addExact));
    }
}
