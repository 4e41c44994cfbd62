package org.consumptionaid.console.market;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of produce.
 *
 * @param parent the code of the kind it belongs to; none at the top
 */
public record Category(
        String code,
        @Nullable String parent,
        String name,
        String nameEn,
        @Nullable String foodGroup) {

    public String name(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? nameEn : name;
    }
}
