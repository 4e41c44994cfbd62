package org.consumptionaid.marketplace.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.Money;

/** Decides which payments a refund goes back to. Knows no database and no clock. */
final class RefundRules {
    private RefundRules() {}

    /** A payment and what of it was not refunded. */
    record Refundable(UUID id, long leftFen) {}

    /** What goes back to one payment. */
    record Part(UUID paymentId, Money amount) {}

    /**
     * Spreads a refund over payments, as much as possible to each, in their order.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link
     *     PaymentRefusal.NotPaidByCard}
     */
    static List<Part> spread(List<Refundable> paid, Money amount) {
        List<Part> parts = new ArrayList<>();
        long open = amount.fen();
        for (Refundable one : paid) {
            long fen = Math.min(open, one.leftFen());
            if (fen > 0) {
                parts.add(new Part(one.id(), new Money(fen)));
                open -= fen;
            }
        }
        if (open > 0) {
            throw new PaymentRefusal.NotPaidByCard(amount.fen() - open).asException();
        }
        return parts;
    }
}
