package org.consumptionaid.marketplace.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Looks for the end of a JPEG's picture. It is not the end of the file where a telephone has put a
 * short film behind it, and the small picture inside a segment has an end of its own.
 */
final class JpegEnd {
    private static final int MOST_SEGMENTS = 1000;
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private JpegEnd() {}

    static boolean isThere(RandomAccessFile in) throws IOException {
        long at = 2;
        try {
            for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
                in.seek(at);
                int marker = in.readUnsignedShort();
                if (marker >> Byte.SIZE != MARKER) {
                    return false;
                }
                at += Short.BYTES + in.readUnsignedShort();
                if ((marker & MARKER) == START_OF_SCAN) {
                    return ends(in, at);
                }
            }
        } catch (EOFException _) {
            return false;
        }
        return false;
    }

    private static boolean ends(RandomAccessFile in, long from) throws IOException {
        in.seek(from);
        byte[] buffer = new byte[BUFFER_BYTES];
        boolean marked = false;
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                int value = Byte.toUnsignedInt(buffer[i]);
                if (marked && value == END_OF_IMAGE) {
                    return true;
                }
                marked = value == MARKER;
            }
        }
        return false;
    }
}
