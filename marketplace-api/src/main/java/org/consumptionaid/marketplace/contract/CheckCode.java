package org.consumptionaid.marketplace.contract;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** An address as a picture that a phone reads, for a page of paper. */
final class CheckCode {
    private static final int SIDE_PIXELS = 330;
    private static final int WHITE = 0xFFFFFF;

    private CheckCode() {}

    /** As the address of a picture that holds all of it. */
    static String of(String address) {
        try {
            BitMatrix modules =
                    new QRCodeWriter()
                            .encode(
                                    address,
                                    BarcodeFormat.QR_CODE,
                                    SIDE_PIXELS,
                                    SIDE_PIXELS,
                                    Map.of(
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M));
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture(modules), "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static BufferedImage picture(BitMatrix modules) {
        BufferedImage picture =
                new BufferedImage(
                        modules.getWidth(), modules.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                picture.setRGB(x, y, modules.get(x, y) ? 0 : WHITE);
            }
        }
        return picture;
    }
}
