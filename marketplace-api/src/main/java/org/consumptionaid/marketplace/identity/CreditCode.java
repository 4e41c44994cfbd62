package org.consumptionaid.marketplace.identity;

/**
 * The unified social credit code of an organisation (GB 32100-2015): 17 characters and a check
 * character.
 */
public record CreditCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int BODY = 17;

    public CreditCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a unified social credit code: " + value);
        }
    }

    /** The code of these 17 characters. */
    public static CreditCode ofBody(String body) {
        return new CreditCode(body + check(body));
    }

    public static boolean isValid(String text) {
        return text.length() == BODY + 1
                && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && check(text.substring(0, BODY)) == text.charAt(BODY);
    }

    private static char check(String body) {
        int base = ALPHABET.length();
        int weight = 1;
        int sum = 0;
        for (int i = 0; i < BODY; i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % base;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }
}
