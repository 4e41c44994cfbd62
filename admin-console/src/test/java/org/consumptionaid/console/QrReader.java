package org.consumptionaid.console;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a phone reads from a code of squares drawn as SVG. */
final class QrReader {

    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    private QrReader() {}

    static String read(String svg) {
        List<MatchResult> modules = MODULE.matcher(svg).results().toList();
        int quiet = modules.stream().mapToInt(module -> at(module, 1)).min().orElseThrow();
        int size =
                modules.stream().mapToInt(module -> at(module, 1)).max().orElseThrow() - quiet + 1;
        BitMatrix matrix = new BitMatrix(size);
        modules.forEach(module -> matrix.set(at(module, 1) - quiet, at(module, 2) - quiet));
        try {
            return new Decoder().decode(matrix).getText();
        } catch (ChecksumException | FormatException unreadable) {
            throw new AssertionError("no phone can read this code", unreadable);
        }
    }

    private static int at(MatchResult module, int group) {
        return Integer.parseInt(module.group(group));
    }
}
