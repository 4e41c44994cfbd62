package org.consumptionaid.marketplace.menu;

import java.util.List;
import org.consumptionaid.marketplace.catalog.ProductNames;
import org.jspecify.annotations.Nullable;

/**
 * What dishes are made of.
 *
 * @param category of the marketplace; none: it is not sold here
 * @param foodGroup of WS/T 554-2017; none: not counted by the standard
 * @param lossPercent what is trimmed off the weight bought, 0 to 60
 * @param kcal of 100 g of what is left
 * @param countsPercent what 100 g count in its food group: the standard counts beans dry, milk
 *     fresh and tubers as rice (its appendix A)
 * @param shade of a fresh vegetable
 * @param banned why schools may not use it; none: they may
 * @param names how products are called that serve it
 */
record Ingredient(
        String code,
        String name,
        String nameEn,
        @Nullable String category,
        @Nullable String foodGroup,
        int lossPercent,
        int kcal,
        int countsPercent,
        @Nullable Shade shade,
        List<Allergen> allergens,
        @Nullable String banned,
        ProductNames names) {
    private static final int WHOLE = 100;

    /** Fresh vegetables are told apart by their colour: half of them are to be dark. */
    enum Shade {
        DARK,
        LIGHT
    }

    /** So much of it in the standard's own measure. */
    long counted(long milligrams) {
        return milligrams * countsPercent / WHOLE;
    }

    /** What has to be bought for so much of it in the pot. */
    long bought(long milligrams) {
        return Math.ceilDiv(milligrams * WHOLE, WHOLE - lossPercent);
    }
}
