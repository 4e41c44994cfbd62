package org.consumptionaid.console.market;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * A step the API may offer; {@code OTHER} stands for one newer than this console, which shows none.
 */
public enum OrderAction {
    CONFIRM,
    REFUSE,
    CANCEL,
    CHANGE,
    SHIP,
    CLOSE,
    ACCEPT,
    RESTOCK,
    INVOICE,
    REINVOICE,
    PAY_BY_CARD,
    RECORD_REMITTANCE,
    REFUND,
    COMPLAIN,
    @JsonEnumDefaultValue
    OTHER;

    boolean forward() {
        return switch (this) {
            case CONFIRM, SHIP, ACCEPT, RESTOCK, INVOICE, PAY_BY_CARD, RECORD_REMITTANCE -> true;
            case REFUSE, CANCEL, CHANGE, CLOSE, REINVOICE, REFUND, COMPLAIN, OTHER -> false;
        };
    }
}
