package org.consumptionaid.marketplace.attachment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/**
 * Tells what a file is by its first and last bytes and, for pictures, its header. Nothing is
 * decoded, so that a small file that claims to be a large picture costs nothing. Blocks.
 */
final class FileInspection {
    static final long MOST_MEGAPIXELS = 50;

    private static final long PIXELS_PER_MEGAPIXEL = 1_000_000;
    private static final int TAIL_BYTES = 1024;
    private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};
    private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private FileInspection() {}

    /**
     * What the file is.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link AttachmentRefusal}
     */
    static FileKind inspect(Path file) throws IOException {
        FileKind kind;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            kind = kind(read(in, 0, PNG_HEAD.length));
            if (!isWhole(kind, in, file)) {
                throw new AttachmentRefusal.FileDamaged().asException();
            }
        }
        if (kind.isPicture()) {
            requireFewPixels(file, kind);
        }
        return kind;
    }

    private static FileKind kind(byte[] head) {
        if (head.length == 0) {
            throw new AttachmentRefusal.FileEmpty().asException();
        }
        if (startsWith(head, PDF_HEAD)) {
            return FileKind.PDF;
        }
        if (startsWith(head, JPEG_HEAD)) {
            return FileKind.JPEG;
        }
        if (startsWith(head, PNG_HEAD)) {
            return FileKind.PNG;
        }
        if (startsWith(head, ZIP_HEAD)) {
            return FileKind.OFD;
        }
        if (XmlDocument.begins(head)) {
            return FileKind.XML;
        }
        throw new AttachmentRefusal.FileTypeNotAllowed().asException();
    }

    private static boolean isWhole(FileKind kind, RandomAccessFile in, Path file)
            throws IOException {
        return switch (kind) {
            case PDF -> tail(in).contains("%%EOF");
            case JPEG -> JpegEnd.isThere(in);
            case PNG -> tail(in).contains("IEND");
            case OFD -> isOfd(file);
            case XML -> XmlDocument.isWhole(file);
        };
    }

    /** Its list of members alone is read. */
    private static boolean isOfd(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("OFD.xml") == null) {
                throw new AttachmentRefusal.FileTypeNotAllowed().asException();
            }
            return true;
        } catch (IOException _) { // what ZipFile says of a broken one
            return false;
        }
    }

    private static String tail(RandomAccessFile in) throws IOException {
        byte[] tail = read(in, Math.max(0, in.length() - TAIL_BYTES), TAIL_BYTES);
        return new String(tail, StandardCharsets.ISO_8859_1);
    }

    private static void requireFewPixels(Path file, FileKind kind) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        long pixels;
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        } catch (IOException | RuntimeException _) { // what ImageIO says of a broken header
            throw new AttachmentRefusal.FileDamaged().asException();
        } finally {
            reader.dispose();
        }
        if (pixels > MOST_MEGAPIXELS * PIXELS_PER_MEGAPIXEL) {
            throw new AttachmentRefusal.TooManyPixels(MOST_MEGAPIXELS).asException();
        }
    }

    private static byte[] read(RandomAccessFile in, long from, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, in.length() - from)];
        in.seek(from);
        in.readFully(bytes);
        return bytes;
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
