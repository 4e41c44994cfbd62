package org.consumptionaid.console.frame;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Figures, weights and dates as people read them, in the page's language; {@code #format} in
 * templates. Exact: fen and grams are moved by decimal places, never divided as binary fractions.
 */
@Component
public class Formats {

    /** The business day everywhere in the marketplace. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int FEN_DIGITS = 2;
    private static final int KILO_DIGITS = 3;
    private static final int PERCENT_DIGITS = 2;

    private final MessageSource messages;

    Formats(MessageSource messages) {
        this.messages = messages;
    }

    /** The word for a code of the API under {@code <kind>.<code>}; the code itself if it is new. */
    public String word(String kind, String code) {
        String key = kind + "." + code;
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, code, LocaleContextHolder.getLocale()), code);
    }

    /**
     * The picture of a category: there is one for each at the top, with which the codes of those
     * below it begin.
     */
    public String picture(String category) {
        return "/pictures/" + category.split("-", 2)[0] + ".svg";
    }

    /** ¥1,234.50 */
    public String money(long fen) {
        String amount = decimal("#,##0.00", BigDecimal.valueOf(fen, FEN_DIGITS).abs());
        return (fen < 0 ? "-¥" : "¥") + amount;
    }

    /** +¥12.00 or -¥12.00: what an account receives or gives. */
    public String signedMoney(long fen) {
        return fen > 0 ? "+" + money(fen) : money(fen);
    }

    /** 1234.50, as a form field holds it. */
    public String yuan(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS).toPlainString();
    }

    /** 9.6 公斤 or 9.6 kg */
    public String weight(long grams) {
        return kilo(grams) + (english() ? " kg" : " 公斤");
    }

    /** 12.3 公里 or 12.3 km, to a tenth. */
    public String distance(long metres) {
        return decimal("#,##0.#", BigDecimal.valueOf(metres, KILO_DIGITS))
                + (english() ? " km" : " 公里");
    }

    /** 112.5 克 or 112.5 g, to a tenth. */
    public String grams(long milligrams) {
        return decimal("#,##0.#", BigDecimal.valueOf(milligrams, KILO_DIGITS))
                + (english() ? " g" : " 克");
    }

    private static String kilo(long grams) {
        return decimal("#,##0.###", BigDecimal.valueOf(grams, KILO_DIGITS));
    }

    /** 9.6, as a form field holds it. */
    public String kilograms(long grams) {
        BigDecimal kilograms = BigDecimal.valueOf(grams, KILO_DIGITS).stripTrailingZeros();
        return kilograms.scale() < 0
                ? kilograms.setScale(0).toPlainString()
                : kilograms.toPlainString();
    }

    /** 10% of 1,000 basis points. */
    public String percent(long basisPoints) {
        return decimal("0.##", BigDecimal.valueOf(basisPoints, PERCENT_DIGITS)) + "%";
    }

    /** 1,234 */
    public String count(long count) {
        return decimal("#,##0", BigDecimal.valueOf(count));
    }

    /** 12.5 of 1,250 hundredths, such as of a mu. */
    public String hundredths(long hundredths) {
        return decimal("#,##0.##", BigDecimal.valueOf(hundredths, 2));
    }

    /** 2026年11月23日 or 23 Nov 2026 */
    public String day(LocalDate day) {
        return day.format(formatter("yyyy年M月d日", "d MMM yyyy"));
    }

    /** 2023年6月 or Jun 2023 */
    public String month(LocalDate day) {
        return day.format(formatter("yyyy年M月", "MMM yyyy"));
    }

    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, ZONE));
    }

    /** Of a date or a moment, whichever the API sends. */
    public String day(String iso) {
        return iso.length() == "2026-11-23".length()
                ? day(LocalDate.parse(iso))
                : day(Instant.parse(iso));
    }

    /** 11月23日 or 23 Nov */
    public String shortDay(LocalDate day) {
        return day.format(formatter("M月d日", "d MMM"));
    }

    /** 2026年11月23日 14:05 or 23 Nov 2026, 14:05, in China. */
    public String moment(Instant at) {
        return at.atZone(ZONE).format(formatter("yyyy年M月d日 HH:mm", "d MMM yyyy, HH:mm"));
    }

    /** 9月–次年2月 or Sep–Feb; null where the API left a month out. */
    public @Nullable String season(@Nullable Integer from, @Nullable Integer to) {
        if (from == null || to == null) {
            return null;
        }
        return english()
                ? month(from) + "–" + month(to)
                : from + "月–" + (to < from ? "次年" : "") + to + "月";
    }

    private static String month(int month) {
        return Month.of(month).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static DateTimeFormatter formatter(String chinese, String english) {
        return DateTimeFormatter.ofPattern(english() ? english : chinese, Locale.ENGLISH);
    }

    private static String decimal(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number);
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
