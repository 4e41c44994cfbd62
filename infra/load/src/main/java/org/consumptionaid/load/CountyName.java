package org.consumptionaid.load;

import java.util.regex.Pattern;

/** A county's name as people say it. */
final class CountyName {
    private static final Pattern SUFFIX = Pattern.compile("(?<=..)(自治县|自治旗|林区|特区|县|区|市|旗)$");
    private static final String SUFFIX_LETTERS = "县区市旗";

    private CountyName() {}

    /** 会宁县 is 会宁; 唐县, of two characters, stays whole. */
    static String shortened(String name) {
        return SUFFIX.matcher(name).replaceFirst("");
    }

    static boolean isSuffix(char letter) {
        return SUFFIX_LETTERS.indexOf(letter) >= 0;
    }
}
