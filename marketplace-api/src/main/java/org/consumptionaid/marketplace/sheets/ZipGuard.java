package org.consumptionaid.marketplace.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks at a file before anything parses it. It unpacks every entry into one small buffer and
 * counts what really comes out; what the entries say of their own size is not believed. It opens
 * the file as the parser will (java.util.zip reads other entries, and cannot read what many
 * programs write).
 */
final class ZipGuard {
    static final int MOST_ENTRIES = 200;
    static final long MOST_UNPACKED_BYTES = 32L << 20;

    /** Text of a spreadsheet packs 5 to 40 times; a bomb a thousand times. */
    static final int MOST_TIMES_LARGER = 150;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTION_STREAM =
            "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final int BUFFER_BYTES = 8192;
    private static final int SNIFFED_BYTES = 1024;

    private ZipGuard() {}

    /**
     * Lets an xlsx file through.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException a {@link SheetRefusal} for
     *     anything else
     */
    static void check(byte[] file) {
        if (file.length == 0) {
            throw new SheetRefusal.EmptyFile().asException();
        }
        if (startsWith(file, OLE2)) {
            throw (contains(file, ENCRYPTION_STREAM)
                            ? new SheetRefusal.Encrypted()
                            : new SheetRefusal.OldFormat())
                    .asException();
        }
        if (!startsWith(file, ZIP) && !startsWith(file, EMPTY_ZIP)) {
            throw otherKind(file).asException();
        }
        checkKind(unpackedNames(file));
    }

    private static SheetRefusal otherKind(byte[] file) {
        String begin =
                new String(
                                file,
                                0,
                                Math.min(file.length, SNIFFED_BYTES),
                                StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        if (begin.contains("<html") || begin.contains("<table")) {
            return new SheetRefusal.WebPage();
        }
        boolean text = begin.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\r' || c == '\n');
        return text && !begin.startsWith("%pdf")
                ? new SheetRefusal.TextFile()
                : new SheetRefusal.NotASpreadsheet();
    }

    private static Set<String> unpackedNames(byte[] file) {
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                names.add(entry.getName().toLowerCase(Locale.ROOT));
                checkSize(names.size(), unpacked, file.length);
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        unpacked += n;
                        checkSize(names.size(), unpacked, file.length);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw new SheetRefusal.Damaged().asException();
        }
        return names;
    }

    private static void checkSize(int entries, long unpacked, int packed) {
        if (entries > MOST_ENTRIES
                || unpacked > MOST_UNPACKED_BYTES
                || unpacked > (long) packed * MOST_TIMES_LARGER) {
            throw new SheetRefusal.UnpacksTooLarge().asException();
        }
    }

    private static void checkKind(Set<String> names) {
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw new SheetRefusal.WithMacros().asException();
        }
        if (names.contains("xl/workbook.bin")) {
            throw new SheetRefusal.BinaryWorkbook().asException();
        }
        if (!names.contains("[content_types].xml")) {
            throw (names.isEmpty()
                            ? new SheetRefusal.Damaged()
                            : new SheetRefusal.NotASpreadsheet())
                    .asException();
        }
        if (!names.contains("xl/workbook.xml")) {
            throw new SheetRefusal.NotASpreadsheet().asException();
        }
    }

    private static boolean startsWith(byte[] file, byte[] begin) {
        return file.length >= begin.length
                && Arrays.equals(file, 0, begin.length, begin, 0, begin.length);
    }

    private static boolean contains(byte[] file, byte[] wanted) {
        for (int i = 0; i + wanted.length <= file.length; i++) {
            if (Arrays.equals(file, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
