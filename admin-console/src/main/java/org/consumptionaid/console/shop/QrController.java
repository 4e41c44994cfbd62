package org.consumptionaid.console.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.WriterException;
import org.consumptionaid.console.frame.QrCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The address of a certificate's or a lot's public page as a QR code, to print on packages. */
@Controller
class QrController {

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
        return QrCode.of(page);
    }
}
