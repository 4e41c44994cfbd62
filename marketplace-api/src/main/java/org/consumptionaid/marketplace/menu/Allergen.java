package org.consumptionaid.marketplace.menu;

/** What some children must not eat. */
public enum Allergen {
    GLUTEN,
    CRUSTACEAN,
    EGG,
    FISH,
    PEANUT,
    SOY,
    MILK,
    NUT,
    SESAME
}
