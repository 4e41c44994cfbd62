package org.consumptionaid.console.books;

import java.time.Clock;
import java.time.LocalDate;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.ApiProblem;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Role;
import org.consumptionaid.console.market.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the heads anyone may keep, an entry's proof, and gives the auditor the export. */
@Controller
class SealController {

    private static final MediaType ZIP = MediaType.valueOf("application/zip");

    private final MarketplaceApi api;
    private final Clock clock;

    SealController(MarketplaceApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @GetMapping("/seals")
    String heads(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate until,
            Model model) {
        LocalDate today = LocalDate.now(clock.withZone(Formats.ZONE));
        Visitor visitor = Visit.current();
        model.addAttribute("heads", api.ledgerHeads(until).items());
        model.addAttribute("earlier", (until == null ? today : until).minusDays(31));
        model.addAttribute("audits", visitor != null && visitor.person().role() == Role.AUDITOR);
        model.addAttribute("today", today);
        model.addAttribute("monthAgo", today.minusDays(30));
        return "books/seals";
    }

    @GetMapping("/ledger/entries/{id}/proof")
    String proof(@PathVariable String id, Model model) {
        model.addAttribute("proof", api.ledgerProof(id));
        return "books/proof";
    }

    /** The file, or the page with the reason why there is none. */
    @GetMapping("/seals/export")
    Object export(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            Model model) {
        try {
            return ResponseEntity.ok()
                    .contentType(ZIP)
                    .header(HttpHeaders.CONTENT_DISPOSITION, named(from, to))
                    .body(api.ledgerExport(from, to));
        } catch (ApiProblem refused) {
            model.addAttribute("refusal", Refusal.of(refused));
            return heads(null, model);
        }
    }

    private static String named(LocalDate from, LocalDate to) {
        return ContentDisposition.attachment()
                .filename("ledger-" + from + "-" + to + ".zip")
                .build()
                .toString();
    }
}
