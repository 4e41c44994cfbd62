package org.consumptionaid.marketplace.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.consumptionaid.marketplace.attachment.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureScalerTest {
    @TempDir private Path folder;

    @Test
    void makesThreeWidthsAndNeverEnlarges() throws IOException {
        assertThat(sizes(scale(picture("jpeg", 3200, 1600), FileKind.JPEG)))
                .containsExactly("1600x800", "800x400", "320x160");
        assertThat(sizes(scale(picture("png", 400, 100), FileKind.PNG)))
                .containsExactly("400x100", "400x100", "320x80");
        assertThat(sizes(scale(picture("png", 1, 900), FileKind.PNG)))
                .containsExactly("1x900", "1x900", "1x900");
    }

    @Test
    void leavesPixelsOutOfALargePicture() throws IOException {
        assertThat(sizes(scale(picture("jpeg", 8000, 6000), FileKind.JPEG)))
                .containsExactly("1600x1200", "800x600", "320x240");
    }

    @Test
    void turnsAPictureUprightAndTellsNeitherPlaceNorDevice() throws IOException {
        byte[] sideways = withExif(picture("jpeg", 40, 20));

        List<ScaledPicture> scaled = scale(sideways, FileKind.JPEG);

        assertThat(sizes(scaled)).containsExactly("20x40", "20x40", "20x40");
        for (ScaledPicture picture : scaled) {
            assertThat(Files.readString(picture.file(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif")
                    .doesNotContain("SECRET-CAMERA");
        }
    }

    @Test
    void showsWhatIsTransparentAsWhite() throws IOException {
        BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);

        List<ScaledPicture> scaled = scale(bytes(clear, "png"), FileKind.PNG);

        int pixel = ImageIO.read(scaled.getFirst().file().toFile()).getRGB(25, 25);
        assertThat(new Color(pixel)).isEqualTo(Color.WHITE);
    }

    @Test
    void refusesWhatCannotBeDecoded() throws IOException {
        byte[] png = picture("png", 500, 500);
        Arrays.fill(png, 60, 200, (byte) 7);

        assertThatThrownBy(() -> scale(png, FileKind.PNG)).hasMessage("file-damaged");
    }

    private List<ScaledPicture> scale(byte[] bytes, FileKind kind) throws IOException {
        Path upload = Files.write(folder.resolve("upload"), bytes);
        return PictureScaler.scale(upload, kind, Files.createTempDirectory(folder, "scaled"));
    }

    private static List<String> sizes(List<ScaledPicture> scaled) throws IOException {
        for (ScaledPicture picture : scaled) {
            BufferedImage image = ImageIO.read(picture.file().toFile());
            assertThat(image.getWidth()).isEqualTo(picture.width());
            assertThat(image.getHeight()).isEqualTo(picture.height());
            assertThat(Files.size(picture.file())).isEqualTo(picture.bytes());
        }
        return scaled.stream().map(picture -> picture.width() + "x" + picture.height()).toList();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        return bytes(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format);
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A JPEG whose first segment says: turned by a quarter (6), made by SECRET-CAMERA. */
    private static byte[] withExif(byte[] jpeg) {
        byte[] maker = "SECRET-CAMERA\0".getBytes(StandardCharsets.US_ASCII);
        byte[] exif = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            2, //
            0x01,
            0x0F,
            0,
            2,
            0,
            0,
            0,
            (byte) maker.length,
            0,
            0,
            0,
            38, //
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0, //
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int length = 2 + exif.length + maker.length;
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) length});
        out.writeBytes(exif);
        out.writeBytes(maker);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
