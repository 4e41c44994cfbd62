package org.consumptionaid.marketplace.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileInspectionTest {
    private static final int IHDR_WIDTH_AT = 16;
    private static final int IHDR_CRC_AT = 29;

    @TempDir private Path folder;

    @Test
    void knowsAFileByItsContent() throws IOException {
        assertThat(FileInspection.inspect(file(picture("png")))).isEqualTo(FileKind.PNG);
        assertThat(FileInspection.inspect(file(picture("jpeg")))).isEqualTo(FileKind.JPEG);
        assertThat(FileInspection.inspect(file(text("%PDF-1.7 x %%EOF")))).isEqualTo(FileKind.PDF);
    }

    @Test
    void refusesAPageThatCallsItselfAPicture() {
        refuses(text("<html><script>alert(1)</script></html>"), "file-type-not-allowed");
    }

    @Test
    void knowsElectronicInvoicesByTheirContent() throws IOException {
        byte[] xml = text("<?xml version=\"1.0\"?>\n<EInvoice><Number>1</Number></EInvoice>");

        assertThat(FileInspection.inspect(file(xml))).isEqualTo(FileKind.XML);
        assertThat(FileInspection.inspect(file(zip("OFD.xml")))).isEqualTo(FileKind.OFD);
        refuses(Arrays.copyOf(xml, xml.length - 3), "file-damaged");
        refuses(text("<?xml version=\"1.0\"?><html/>"), "file-type-not-allowed");
        refuses(
                text(
                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"),
                "file-damaged");
        refuses(zip("word/document.xml"), "file-type-not-allowed");
        refuses(Arrays.copyOf(zip("OFD.xml"), 30), "file-damaged");
    }

    private static byte[] zip(String member) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(member));
            zip.closeEntry();
        }
        return file.toByteArray();
    }

    @Test
    void refusesAnEmptyFile() {
        refuses(new byte[0], "file-empty");
    }

    @Test
    void refusesAPictureThatIsCutOff() throws IOException {
        byte[] whole = picture("png");
        refuses(Arrays.copyOf(whole, whole.length - 12), "file-damaged");
    }

    @Test
    void takesAPhotographWithAFilmBehindItButNoneThatIsCutOff() throws IOException {
        byte[] jpeg = picture("jpeg");
        byte[] film = Arrays.copyOf(jpeg, jpeg.length + 5000);

        assertThat(FileInspection.inspect(file(film))).isEqualTo(FileKind.JPEG);
        refuses(Arrays.copyOf(jpeg, jpeg.length - 2), "file-damaged");
        refuses(Arrays.copyOf(jpeg, 20), "file-damaged");
        refuses(Arrays.copyOf(jpeg, 3), "file-damaged");
    }

    @Test
    void refusesAHundredMegapixelsByTheHeaderAlone() throws IOException {
        byte[] png = picture("png");
        ByteBuffer.wrap(png).putInt(IHDR_WIDTH_AT, 10_000).putInt(IHDR_WIDTH_AT + 4, 10_000);
        CRC32 crc = new CRC32();
        crc.update(png, IHDR_WIDTH_AT - 4, IHDR_CRC_AT - IHDR_WIDTH_AT + 4);
        ByteBuffer.wrap(png).putInt(IHDR_CRC_AT, (int) crc.getValue());

        refuses(png, "too-many-pixels");
    }

    private void refuses(byte[] bytes, String code) {
        assertThatThrownBy(() -> FileInspection.inspect(file(bytes))).hasMessage(code);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("named.pdf"), bytes);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
