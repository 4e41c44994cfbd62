package org.consumptionaid.marketplace.remittance;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consumptionaid.marketplace.shared.CheckedNumber;

/**
 * Decides what a line of a bank statement is for. Knows no database. A code says more than amount
 * and payer together: amounts repeat, and a treasury pays for many units. What is heard as a code
 * survives spaces, hyphens, full-width characters and small letters, as people and banks write
 * them.
 */
final class MatchRules {
    /** Letters of an order's number and of a code for several orders. */
    static final char ORDER = 'D';

    static final char BUNDLE = 'F';

    private static final int CODE_FITS = 60;
    private static final int CODE_ONE_SLIP_AWAY = 35;
    private static final int AMOUNT_FITS = 25;
    private static final int PAYER_FITS = 15;
    private static final int LEAST_DIGITS = 8;

    private static final Pattern CODE =
            Pattern.compile("(?<![A-Z0-9])([DF])[ :.-]{0,3}([0-9](?:[ -]?[0-9]){7,18})");

    private MatchRules() {}

    /** Who sent how much with which words. */
    record Remitted(long amountFen, String payerName, String text) {}

    /** A text in the form names and accounts are compared in. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    /**
     * The codes a text may name. Digits that follow a code without a gap are no part of it: every
     * beginning with a right check digit is one.
     */
    static Set<String> codesIn(String text) {
        Set<String> codes = new LinkedHashSet<>();
        for (String heard : heardIn(text)) {
            for (int end = 1 + LEAST_DIGITS; end <= heard.length(); end++) {
                String code = heard.substring(0, end);
                if (CheckedNumber.isValid(code.charAt(0), code)) {
                    codes.add(code);
                }
            }
        }
        return codes;
    }

    /** The codes that are one wrong digit or one swap of neighbours away from what a text says. */
    static Set<String> slipsIn(String text) {
        Set<String> slips = new LinkedHashSet<>();
        for (String heard : heardIn(text)) {
            for (int place = 1; place < heard.length(); place++) {
                addIfValid(slips, swapped(heard, place));
                for (char digit = '0'; digit <= '9'; digit++) {
                    addIfValid(
                            slips, heard.substring(0, place) + digit + heard.substring(place + 1));
                }
            }
        }
        slips.removeAll(codesIn(text));
        return slips;
    }

    /** The bills a line may be for, the likeliest first, ties by code. */
    static List<Match> matches(Remitted line, List<Bill> bills) {
        Set<String> codes = codesIn(line.text());
        boolean isOneCode = bills.stream().filter(bill -> codes.contains(bill.code())).count() == 1;
        Set<String> slips = slipsIn(line.text());
        return bills.stream()
                .map(bill -> match(line, bill, codes, slips, isOneCode))
                .filter(match -> match.certaintyPercent() > 0)
                .sorted(
                        Comparator.comparingInt(Match::certaintyPercent)
                                .reversed()
                                .thenComparing(match -> match.bill().code()))
                .toList();
    }

    /** What to do with the line: the finding of the likeliest bill. */
    static Finding finding(List<Match> matches) {
        return matches.isEmpty() ? Finding.NOTHING_FITS : matches.getFirst().finding();
    }

    static boolean payerFits(String payerName, String buyerName, boolean declared) {
        return declared || plain(payerName).equals(plain(buyerName));
    }

    private static Match match(
            Remitted line, Bill bill, Set<String> codes, Set<String> slips, boolean isOneCode) {
        boolean code = codes.contains(bill.code());
        boolean slip = slips.contains(bill.code());
        boolean amount = line.amountFen() == bill.dueFen();
        boolean payer = payerFits(line.payerName(), bill.buyerName(), bill.payerDeclared());
        int certainty =
                (code ? CODE_FITS : slip ? CODE_ONE_SLIP_AWAY : 0)
                        + (amount ? AMOUNT_FITS : 0)
                        + (payer ? PAYER_FITS : 0);
        Finding finding =
                code && isOneCode
                        ? withCode(line, bill, payer)
                        : code || slip ? Finding.WRONG_CODE : Finding.NO_CODE;
        return new Match(bill, finding, certainty, code, amount, payer);
    }

    private static Finding withCode(Remitted line, Bill bill, boolean payer) {
        if (!payer) {
            return Finding.UNKNOWN_PAYER;
        }
        int difference = Long.compare(line.amountFen(), bill.dueFen());
        return difference == 0
                ? Finding.EXACT
                : difference < 0 ? Finding.PART_PAYMENT : Finding.OVER_PAYMENT;
    }

    private static List<String> heardIn(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        Matcher matcher = CODE.matcher(plain);
        List<String> heard = new ArrayList<>();
        while (matcher.find()) {
            heard.add(matcher.group(1) + matcher.group(2).replaceAll("[ -]", ""));
        }
        return heard;
    }

    private static void addIfValid(Set<String> codes, String code) {
        if (CheckedNumber.isValid(code.charAt(0), code)) {
            codes.add(code);
        }
    }

    private static String swapped(String code, int place) {
        return place + 1 >= code.length()
                ? code
                : code.substring(0, place)
                        + code.charAt(place + 1)
                        + code.charAt(place)
                        + code.substring(place + 2);
    }
}
