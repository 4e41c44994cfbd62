package org.consumptionaid.console.shop;

import jakarta.servlet.http.HttpServletResponse;
import org.consumptionaid.console.market.FileTransfer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures of products, which anyone may look at and browsers may keep. */
@Controller
class PictureController {

    private final FileTransfer files;

    PictureController(FileTransfer files) {
        this.files = files;
    }

    @GetMapping("/product-pictures/{id}/{size}.jpg")
    void picture(@PathVariable String id, @PathVariable int size, HttpServletResponse response) {
        files.download(response, "/pictures/{id}/{size}", id, size);
    }
}
