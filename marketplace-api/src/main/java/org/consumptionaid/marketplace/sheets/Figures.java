package org.consumptionaid.marketplace.sheets;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Figures as people type them into cells. Pure. */
final class Figures {
    static final int FEN_DIGITS = 2;
    static final int KILO_DIGITS = 3;

    private static final Pattern RANGE =
            Pattern.compile("[0-9.]+(?:公斤|千克|kg|斤|元)?[-~—–至到][0-9.]+.*");
    private static final Pattern NUMBER_AND_REST =
            Pattern.compile("([-+]?[0-9][0-9,.]*)(.*)", Pattern.DOTALL);
    private static final Pattern GROUPED =
            Pattern.compile("[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]+)?");
    private static final Map<String, Long> GRAMS_OF_A =
            Map.of(
                    "",
                    1_000L,
                    "公斤",
                    1_000L,
                    "千克",
                    1_000L,
                    "kg",
                    1_000L,
                    "斤",
                    500L,
                    "市斤",
                    500L,
                    "克",
                    1L,
                    "g",
                    1L,
                    "吨",
                    1_000_000L);
    private static final List<String> CHINESE_MONTHS =
            List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");
    private static final List<String> DAYS = List.of("", "天", "日", "days", "day");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    private Figures() {}

    /**
     * What became of a text.
     *
     * @param code of what is wrong; null if nothing is
     */
    record Read(long value, @Nullable String code, List<String> arguments) {
        static Read of(long value) {
            return new Read(value, null, List.of());
        }

        static Read wrong(String code, String... arguments) {
            return new Read(0, code, List.of(arguments));
        }
    }

    /** Kilograms unless a unit says otherwise; 斤 is half a kilogram. */
    static Read grams(String typed) {
        return read(
                typed,
                "weight-not-number",
                (number, rest) -> {
                    Long grams = GRAMS_OF_A.get(rest);
                    return grams == null
                            ? Read.wrong("weight-unit", typed, rest)
                            : exact(number.multiply(BigDecimal.valueOf(grams)), typed, KILO_DIGITS);
                });
    }

    static Read fen(String typed) {
        String bare = tidy(typed).replaceFirst("^(?:¥|rmb|人民币)", "");
        if (bare.contains("/") || bare.contains("每")) {
            return Read.wrong("price-per", typed);
        }
        return read(
                bare,
                "price-not-number",
                (number, rest) ->
                        rest.isEmpty() || rest.equals("元")
                                ? exact(number.movePointRight(FEN_DIGITS), typed, FEN_DIGITS)
                                : Read.wrong("price-not-number", typed));
    }

    static Read count(String typed) {
        return read(
                typed,
                "count-not-number",
                (number, rest) -> {
                    if (!rest.isEmpty()) {
                        return Read.wrong("count-unit", typed);
                    }
                    return number.stripTrailingZeros().scale() > 0
                            ? Read.wrong("count-not-whole", typed)
                            : exact(number, typed, 0);
                });
    }

    /** 30 or 30天; a month or a year is no number of days. */
    static Read days(String typed) {
        return read(
                typed,
                "days-unreadable",
                (number, rest) ->
                        DAYS.contains(rest)
                                ? exact(number, typed, 0)
                                : Read.wrong("days-unreadable", typed));
    }

    /** 3, 3月 or 三月. */
    static Read month(String typed) {
        String bare = tidy(typed).replaceFirst("月份?$", "");
        int chinese = CHINESE_MONTHS.indexOf(bare);
        if (chinese >= 0) {
            return Read.of(chinese + 1L);
        }
        return read(
                bare,
                "month-unreadable",
                (number, rest) ->
                        rest.isEmpty() && number.stripTrailingZeros().scale() <= 0
                                ? exact(number, typed, 0)
                                : Read.wrong("month-unreadable", typed));
    }

    private interface Unit {
        Read read(BigDecimal number, String rest);
    }

    private static Read read(String typed, String otherwise, Unit unit) {
        String tidy = tidy(typed);
        if (RANGE.matcher(tidy).matches()) {
            return Read.wrong("range", typed);
        }
        Matcher parts = NUMBER_AND_REST.matcher(tidy);
        if (!parts.matches()) {
            return Read.wrong(otherwise, typed);
        }
        String digits = parts.group(1);
        if (GROUPED.matcher(digits).matches()) {
            digits = digits.replace(",", "");
        }
        if (digits.contains(",")) {
            return Read.wrong("comma", typed);
        }
        return PLAIN.matcher(digits).matches()
                ? unit.read(new BigDecimal(digits), parts.group(2))
                : Read.wrong(otherwise, typed);
    }

    /** Anything above {@link #LARGEST} is too large for every column and is cut to it. */
    private static Read exact(BigDecimal number, String typed, int digits) {
        if (number.stripTrailingZeros().scale() > 0) {
            return Read.wrong("too-precise", typed, Integer.toString(digits));
        }
        return Read.of(number.min(LARGEST).max(LARGEST.negate()).longValueExact());
    }

    /** Full-width digits and signs as plain ones, without blanks, in small letters. */
    private static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
