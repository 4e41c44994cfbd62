package org.consumptionaid.console.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The address of a certificate's or a lot's public page as a QR code, to print on packages. */
@Controller
class QrController {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final int MAX_NUMBER_CHARACTERS = 40;

    @GetMapping("/certificates/{number}/qr.svg")
    ResponseEntity<byte[]> certificate(@PathVariable String number) throws WriterException {
        return code("/certificates/", number);
    }

    @GetMapping("/lots/{number}/qr.svg")
    ResponseEntity<byte[]> lot(@PathVariable String number) throws WriterException {
        return code("/lots/", number);
    }

    private static ResponseEntity<byte[]> code(String pages, String number) throws WriterException {
        if (number.length() > MAX_NUMBER_CHARACTERS) {
            return ResponseEntity.notFound().build();
        }
        String page =
                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                        + pages
                        + UriUtils.encodePathSegment(number, UTF_8);
        return ResponseEntity.ok().contentType(SVG).body(svg(page).getBytes(UTF_8));
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
