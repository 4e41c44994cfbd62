package org.consumptionaid.marketplace.payment;

import java.util.Locale;

/** By what somebody pays through Stripe. */
public enum Means {
    CARD,
    ALIPAY,
    WECHAT_PAY;

    /** Stripe's name of it: that of a wallet, or the id of a card. */
    static Means of(String paymentMethod) {
        return switch (paymentMethod) {
            case "alipay" -> ALIPAY;
            case "wechat_pay" -> WECHAT_PAY;
            default -> CARD;
        };
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
