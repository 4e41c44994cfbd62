package org.consumptionaid.marketplace.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes pinyin that was typed in one go apart: {@code xian} is xian or xi an. */
final class Syllables {
    private static final int MOST_READINGS = 6;

    /** zhuang, and a space. */
    private static final int LONGEST = 7;

    private static final Pattern SYLLABLE =
            Pattern.compile(
                    "a|ai|an|ang|ao|e|ei|en|eng|er|o|ou"
                            + "|[bpm](?:a|ai|an|ang|ao|ei|en|eng|i|ian|iao|ie|in|ing|o|u)|m(?:e|ou|iu)|pou"
                            + "|f(?:a|an|ang|ei|en|eng|o|ou|u)"
                            + "|[dt](?:a|ai|an|ang|ao|e|ei|eng|i|ian|iao|ie|ing|ong|ou|u|uan|ui|un|uo)"
                            + "|d(?:en|ia|iu)"
                            + "|[nl](?:a|ai|an|ang|ao|e|ei|eng|i|ian|iang|iao|ie|in|ing|iu|ong|ou|u|uan|un|uo|v|ve)"
                            + "|nen|lia"
                            + "|[gkh](?:a|ai|an|ang|ao|e|ei|en|eng|ong|ou|u|ua|uai|uan|uang|ui|un|uo)"
                            + "|[jqx](?:i|ia|ian|iang|iao|ie|in|ing|iong|iu|u|uan|ue|un)"
                            + "|(?:[zcs]h?|r)(?:a|ai|an|ang|ao|e|ei|en|eng|i|ong|ou|u|ua|uai|uan|uang|ui|un|uo)"
                            + "|w(?:a|ai|an|ang|ei|en|eng|o|u)"
                            + "|y(?:a|an|ang|ao|e|i|in|ing|o|ong|ou|u|uan|ue|un)");

    private static final Pattern BEGINNING = Pattern.compile("[bpmfdtnlgkhjqxrwy]|[zcs]h?");

    private Syllables() {}

    /**
     * Every way to read the letters as syllables, the longest first syllable first, with one space
     * between syllables. If there is none the last one may be only begun, as it is while one types.
     */
    static List<String> readings(String letters) {
        String typed =
                letters.replace("'", " ").replace("lue", "lve").replace("nue", "nve").strip();
        List<String> whole = readings(typed, false);
        return whole.isEmpty() ? readings(typed, true) : whole;
    }

    private static List<String> readings(String typed, boolean begun) {
        boolean[][] syllables = syllables(typed, begun);
        List<String> found = new ArrayList<>();
        read(typed, syllables, readableFrom(syllables), 0, "", found);
        return found;
    }

    private static void read(
            String typed,
            boolean[][] syllables,
            boolean[] readable,
            int from,
            String before,
            List<String> found) {
        if (found.size() == MOST_READINGS) {
            return;
        }
        if (from == typed.length()) {
            found.add(before.strip());
            return;
        }
        for (int length = LONGEST; length > 0; length--) {
            int to = from + length;
            if (syllables[from][length] && readable[to]) {
                String next = before + " " + typed.substring(from, to).strip();
                read(typed, syllables, readable, to, next, found);
            }
        }
    }

    /** Where a rest begins that can be read to the end; without it dead ends multiply. */
    private static boolean[] readableFrom(boolean[][] syllables) {
        boolean[] readable = new boolean[syllables.length + 1];
        readable[syllables.length] = true;
        for (int from = syllables.length - 1; from >= 0; from--) {
            for (int length = 1; length <= LONGEST; length++) {
                readable[from] |= syllables[from][length] && readable[from + length];
            }
        }
        return readable;
    }

    /** By beginning and length; a space may stand before a syllable. */
    private static boolean[][] syllables(String typed, boolean begun) {
        boolean[][] syllables = new boolean[typed.length()][LONGEST + 1];
        for (int from = 0; from < typed.length(); from++) {
            for (int to = from + 1; to <= Math.min(typed.length(), from + LONGEST); to++) {
                String letters = typed.substring(from, to).stripLeading();
                boolean last = from > 0 && to == typed.length();
                syllables[from][to - from] =
                        SYLLABLE.matcher(letters).matches()
                                || (begun && last && BEGINNING.matcher(letters).matches());
            }
        }
        return syllables;
    }
}
