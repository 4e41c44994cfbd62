package org.consumptionaid.marketplace.search;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer typed, understood.
 *
 * @param text what is left when weight and grade are taken out, in lower case and half width
 * @param netWeightGrams the package that is asked for: 5公斤, 5kg, 10斤
 * @param grade the grade that is asked for: 一级
 */
record SearchWords(String text, @Nullable Long netWeightGrams, @Nullable String grade) {
    private static final long HEAVIEST_GRAMS = 1_000_000;
    private static final BigDecimal GRAMS_PER_KILOGRAM = BigDecimal.valueOf(1_000);
    private static final BigDecimal GRAMS_PER_JIN = BigDecimal.valueOf(500);
    private static final Pattern WEIGHT =
            Pattern.compile(
                    "(?:净重|每[箱袋盒件份])?(?<![a-z0-9.])"
                            + "(?<number>[0-9]{1,7}(?:\\.[0-9]{1,3})?|[一二两三四五六七八九十百半]{1,5}) ?"
                            + "(?<unit>公斤|千克|kg|市斤|斤|克|g)(?![a-z0-9])装?(?:/[箱袋盒件份])?");
    private static final Pattern GRADE = Pattern.compile("(特|一|二|三)[级等](?:品|果)?");
    private static final Map<Character, Integer> DIGITS =
            Map.of('一', 1, '二', 2, '两', 2, '三', 3, '四', 4, '五', 5, '六', 6, '七', 7, '八', 8, '九', 9);

    static SearchWords of(String typed) {
        String text = tidy(typed);
        Matcher weight = WEIGHT.matcher(text);
        Long grams = weight.find() ? grams(weight) : null;
        String unweighed = grams == null ? text : without(text, weight);
        Matcher grade = GRADE.matcher(unweighed);
        return grade.find()
                ? new SearchWords(without(unweighed, grade), grams, grade.group(1) + "级")
                : new SearchWords(unweighed, grams, null);
    }

    /** In lower case and half width, with single spaces. */
    static String tidy(String typed) {
        return tidied(Normalizer.normalize(typed, Normalizer.Form.NFKC));
    }

    /** Whether nothing but Latin letters is left: perhaps pinyin. */
    boolean isLatin() {
        return text.matches("[a-z][a-z' ]*");
    }

    /** Whether nothing but Chinese characters is left. A code or a number is right or wrong. */
    boolean isChinese() {
        return !text.isEmpty()
                && text.codePoints()
                        .allMatch(c -> c == ' ' || (Character.isLetter(c) && c > 0x2E7F));
    }

    private static String without(String text, Matcher part) {
        return tidied(text.substring(0, part.start()) + " " + text.substring(part.end()));
    }

    private static String tidied(String text) {
        return text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }

    private static @Nullable Long grams(Matcher weight) {
        BigDecimal grams = number(weight.group("number")).multiply(gramsPer(weight.group("unit")));
        boolean possible =
                grams.signum() > 0 && grams.compareTo(BigDecimal.valueOf(HEAVIEST_GRAMS)) <= 0;
        return possible ? grams.longValue() : null;
    }

    private static BigDecimal gramsPer(String unit) {
        return switch (unit) {
            case "公斤", "千克", "kg" -> GRAMS_PER_KILOGRAM;
            case "市斤", "斤" -> GRAMS_PER_JIN;
            default -> BigDecimal.ONE;
        };
    }

    private static BigDecimal number(String text) {
        return Character.isDigit(text.charAt(0)) ? new BigDecimal(text) : chinese(text);
    }

    /** Up to 999, and 半. */
    private static BigDecimal chinese(String text) {
        if (text.equals("半")) {
            return new BigDecimal("0.5");
        }
        int sum = 0;
        int digit = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '十' -> {
                    sum += Math.max(digit, 1) * 10;
                    digit = 0;
                }
                case '百' -> {
                    sum += Math.max(digit, 1) * 100;
                    digit = 0;
                }
                default -> digit = DIGITS.getOrDefault(text.charAt(i), 0);
            }
        }
        return BigDecimal.valueOf(sum + digit);
    }
}
