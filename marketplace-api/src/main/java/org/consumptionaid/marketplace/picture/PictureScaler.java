package org.consumptionaid.marketplace.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.consumptionaid.marketplace.attachment.FileKind;

/**
 * Makes JPEGs of fixed widths from an uploaded picture, upright, on white, without its metadata. It
 * leaves pixels out while it decodes, so that no more than {@link #MOST_LONGEST_SIDE}² of them are
 * ever in memory. Blocks, and is meant for one picture at a time.
 */
final class PictureScaler {
    static final List<Integer> SIZES = List.of(1600, 800, 320);

    private static final int MOST_LONGEST_SIDE = 4000;
    private static final double QUALITY = 0.82;

    private PictureScaler() {}

    /**
     * The picture in all {@link #SIZES}, never enlarged; the caller deletes the folder.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link
     *     PictureRefusal.PictureDamaged}
     */
    static List<ScaledPicture> scale(Path upload, FileKind kind, Path folder) throws IOException {
        BufferedImage image = decode(upload, kind);
        List<ScaledPicture> scaled = new ArrayList<>();
        for (int size : SIZES) {
            int width = Math.min(size, image.getWidth());
            image = Thumbnails.of(image).width(width).imageType(image.getType()).asBufferedImage();
            scaled.add(write(image, size, folder.resolve(size + ".jpg")));
        }
        return scaled;
    }

    private static ScaledPicture write(BufferedImage image, int size, Path file)
            throws IOException {
        Thumbnails.of(image)
                .scale(1)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toFile(file.toFile());
        return new ScaledPicture(size, image.getWidth(), image.getHeight(), Files.size(file), file);
    }

    private static BufferedImage decode(Path upload, FileKind kind) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        try (FileImageInputStream in = new FileImageInputStream(upload.toFile())) {
            reader.setInput(in);
            BufferedImage image = reader.read(0, fewerPixels(reader));
            return onWhite(kind == FileKind.JPEG ? upright(image, reader) : image);
        } catch (IOException | RuntimeException _) { // what ImageIO says of broken content
            throw new PictureRefusal.PictureDamaged().asException();
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam fewerPixels(ImageReader reader) throws IOException {
        int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.ceilDiv(longest, MOST_LONGEST_SIDE);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    /** As the camera was held. */
    private static BufferedImage upright(BufferedImage image, ImageReader reader)
            throws IOException {
        Orientation orientation = ExifUtils.getExifOrientation(reader, 0);
        return orientation == null
                ? image
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }

    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage plain =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }
}
