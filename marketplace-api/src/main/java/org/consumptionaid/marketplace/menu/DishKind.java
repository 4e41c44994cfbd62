package org.consumptionaid.marketplace.menu;

/** A dish's place in a meal. */
public enum DishKind {
    STAPLE,
    MAIN,
    HALF,
    VEGETABLE,
    SOUP,
    SNACK,
    FRUIT,
    DRINK
}
