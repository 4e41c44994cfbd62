package org.consumptionaid.localstack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the person who started the stack sees of it. */
final class Terminal {

    private static final Pattern IMPORTANT = Pattern.compile("\\b(WARN|ERROR|FATAL)\\b");
    private static final int MAX_LINE = 300;

    private final PrintStream out;
    private volatile boolean quiet;

    Terminal(PrintStream out) {
        this.out = out;
    }

    void say(String sentence) {
        out.println(sentence);
    }

    void starting(String name) {
        out.printf("  …  %-14s starting%n", name);
    }

    void ready(Server server, Duration took) {
        out.printf(
                "  ok %-14s %5.1f s  %s%n",
                server.name(), took.toMillis() / 1000.0, server.address());
    }

    /** Hears the log of a server and repeats the warnings and errors in it. */
    Consumer<String> warningsOf(String name) {
        return line -> {
            if (!quiet && IMPORTANT.matcher(line).find()) {
                out.printf("     %s | %s%n", name, shortened(line));
            }
        };
    }

    /** While the servers stop, they complain about each other: that is not news. */
    void muteWarnings() {
        quiet = true;
    }

    private static String shortened(String line) {
        return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "…";
    }

    /** Prints a table whose columns line up, Chinese characters counted as two columns wide. */
    void table(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        rows.forEach(row -> out.println(aligned(row, widths)));
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder(" ");
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(' ').append(cell).append(" ".repeat(widths[i] - width(cell) + 1));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePoints().map(Terminal::width).sum();
    }

    private static int width(int character) {
        boolean wide = Character.isIdeographic(character) || isFullWidthPunctuation(character);
        return wide ? 2 : 1;
    }

    private static boolean isFullWidthPunctuation(int character) {
        return (character >= 0x3000 && character <= 0x303f)
                || (character >= 0xff00 && character <= 0xff60);
    }
}
