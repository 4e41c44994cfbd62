package org.consumptionaid.console.market;

import org.jspecify.annotations.Nullable;

/** A kind of produce; its picture is named after the code. */
public record Category(String code, String name, String nameEn, @Nullable String foodGroup) {}
