package org.consumptionaid.console.certification;

import jakarta.servlet.http.HttpServletResponse;
import org.consumptionaid.console.market.FileTransfer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Evidence files, for whom the API gives them to. */
@Controller
class EvidenceController {

    private final FileTransfer files;

    EvidenceController(FileTransfer files) {
        this.files = files;
    }

    @GetMapping("/attachments/{id}")
    void file(@PathVariable String id, HttpServletResponse response) {
        files.download(response, "/attachments/{id}", id);
    }
}
