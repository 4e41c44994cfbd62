package org.consumptionaid.console.frame;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads what people type: yuan into fen, kilograms into grams, exactly. */
public final class Amounts {

    private static final int MAX_CHARACTERS = 15;

    private Amounts() {}

    /** Up to two decimals; {@link Unreadable} otherwise. */
    public static long fen(String field, @Nullable String yuan) {
        return exact(field, yuan, 2, "input.yuan");
    }

    /** Up to three decimals; {@link Unreadable} otherwise. */
    public static long grams(String field, @Nullable String kilograms) {
        return exact(field, kilograms, 3, "input.kilograms");
    }

    /** A percentage with up to two decimals as basis points; {@link Unreadable} otherwise. */
    public static long percent(String field, @Nullable String percent) {
        return exact(field, percent, 2, "input.percent");
    }

    /** Up to two decimals; {@link Unreadable} otherwise. */
    public static long hundredths(String field, @Nullable String number) {
        return exact(field, number, 2, "input.hundredths");
    }

    public static long whole(String field, @Nullable String number) {
        return exact(field, number, 0, "input.whole");
    }

    private static long exact(String field, @Nullable String typed, int digits, String message) {
        String plain = typed == null ? "" : typed.strip().replace(",", "").replace("¥", "");
        if (plain.isEmpty() || plain.length() > MAX_CHARACTERS) {
            throw new Unreadable(field, message);
        }
        try {
            return new BigDecimal(plain).movePointRight(digits).longValueExact();
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw new Unreadable(field, message);
        }
    }

    /** The field's text is not such an amount; {@code getMessage()} is the key of a sentence. */
    public static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String field;

        private Unreadable(String field, String messageKey) {
            super(messageKey);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }
}
