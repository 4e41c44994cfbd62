package org.consumptionaid.marketplace.shared;

import java.util.Locale;

/**
 * A short number that survives a phone call: a letter for what it names, the digits of a counter
 * and a check digit (ISO/IEC 7064 MOD 11,10: finds every wrong digit and nearly every swap of
 * neighbours).
 */
public final class CheckedNumber {
    private static final int LEAST_DIGITS = 7;

    private CheckedNumber() {}

    /** For example {@code D} and 42 give {@code D00000427}. */
    public static String of(char letter, long counter) {
        String digits = String.format(Locale.ROOT, "%0" + LEAST_DIGITS + "d", counter);
        return letter + digits + checkDigit(digits);
    }

    /** Whether the text is a number of this letter whose check digit is right. */
    public static boolean isValid(char letter, String text) {
        return text.matches(letter + "[0-9]{" + LEAST_DIGITS + ",17}[0-9]")
                && checkDigit(text.substring(1, text.length() - 1))
                        == text.charAt(text.length() - 1);
    }

    private static char checkDigit(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + (digits.charAt(i) - '0')) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }
}
