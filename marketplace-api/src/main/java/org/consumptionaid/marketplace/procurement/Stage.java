package org.consumptionaid.marketplace.procurement;

import java.util.Locale;
import org.consumptionaid.marketplace.ordering.OrderState;

/** How far an order has come towards the reserved share. */
enum Stage {
    /** Nobody has signed it, or it is off. */
    NONE,
    /** Both sides have signed it. */
    COMMITTED,
    ACCEPTED,
    /** Paid in full: it counts. */
    COUNTED;

    static Stage of(OrderState state) {
        return switch (state) {
            case DRAFT, PLACED, CANCELLED, REJECTED -> NONE;
            case CONFIRMED, PARTLY_SHIPPED, SHIPPED -> COMMITTED;
            case ACCEPTED, INVOICED -> ACCEPTED;
            case PAID, SETTLED -> COUNTED;
        };
    }

    /** The account's name; what is in no stage is still open. */
    String account() {
        return this == NONE ? "open" : name().toLowerCase(Locale.ROOT);
    }
}
