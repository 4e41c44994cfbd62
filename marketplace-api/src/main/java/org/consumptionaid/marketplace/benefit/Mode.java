package org.consumptionaid.marketplace.benefit;

import java.util.Locale;

/**
 * What a part of an order line is for (利益联结方式). Their order decides ties of a split: the earlier
 * one is the lower.
 */
public enum Mode {
    /** 收购: kilograms bought from a household. */
    PURCHASE(true),
    /** 务工: hours a household worked. */
    WAGE(true),
    /** 分红: a household's share in assets. */
    DIVIDEND(true),
    /** 土地流转: rent for a household's land. */
    LAND_RENT(true),
    /** What the cooperative keeps. */
    MARGIN(false),
    PACKING(false),
    FREIGHT(false);

    private final boolean forHouseholds;

    Mode(boolean forHouseholds) {
        this.forHouseholds = forHouseholds;
    }

    boolean isForHouseholds() {
        return forHouseholds;
    }

    /** As the last word of an account's code. */
    String account() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
