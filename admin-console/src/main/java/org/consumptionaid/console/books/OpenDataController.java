package org.consumptionaid.console.books;

import jakarta.servlet.http.HttpServletResponse;
import org.consumptionaid.console.market.FileTransfer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What anybody may take away of procurement, and the page that explains it. */
@Controller
class OpenDataController {

    private final FileTransfer files;

    OpenDataController(FileTransfer files) {
        this.files = files;
    }

    @GetMapping("/open-data")
    String page() {
        return "books/open-data";
    }

    @GetMapping("/open-data/releases")
    void releases(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            HttpServletResponse response) {
        files.download(
                response, "/open-data/releases?cursor={cursor}&limit={limit}", cursor, limit);
    }

    @GetMapping("/open-data/records/{ocid}")
    void record(@PathVariable String ocid, HttpServletResponse response) {
        files.download(response, "/open-data/records/{ocid}", ocid);
    }
}
