package org.consumptionaid.console.frame;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A text as a picture that a phone reads. */
public final class QrCode {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private QrCode() {}

    /** The picture as an answer; {@link WriterException} for a text that is too long. */
    public static ResponseEntity<byte[]> of(String text) throws WriterException {
        return ResponseEntity.ok()
                .contentType(SVG)
                .body(svg(text).getBytes(StandardCharsets.UTF_8));
    }

    /** One square a module, with the quiet zone that readers need. */
    private static String svg(String text) throws WriterException {
        BitMatrix modules =
                new QRCodeWriter()
                        .encode(
                                text,
                                BarcodeFormat.QR_CODE,
                                0,
                                0,
                                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
        """
                .formatted(modules.getWidth(), path);
    }
}
