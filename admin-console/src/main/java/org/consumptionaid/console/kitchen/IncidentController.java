package org.consumptionaid.console.kitchen;

import java.time.LocalDateTime;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.Command.NewIncident;
import org.consumptionaid.console.market.Command.ReportedTo;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Role;
import org.consumptionaid.console.market.Visitor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Suspected incidents of a canteen and the two hours until the county has to know. */
@Controller
@RequestMapping("/incidents")
class IncidentController {
    private static final int MINUTES = 16;

    private final MarketplaceApi api;
    private final Attempts attempts;

    IncidentController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String incidents(Model model) {
        Visitor visitor = Visit.current();
        model.addAttribute("incidents", api.incidents().items());
        model.addAttribute("notes", visitor != null && visitor.person().role() == Role.CANTEEN);
        model.addAttribute("now", LocalDateTime.now(Formats.ZONE).toString().substring(0, MINUTES));
        return "kitchen/incidents";
    }

    @PostMapping
    String note(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    LocalDateTime noticedAt,
            @RequestParam String ill,
            @RequestParam String what,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () ->
                        api.noteIncident(
                                idempotencyKey,
                                new NewIncident(
                                        noticedAt.atZone(Formats.ZONE).toInstant(),
                                        Amounts.whole("ill", ill),
                                        what)),
                "incident.noted",
                flash);
    }

    @PostMapping("/{id}/report")
    String report(
            @PathVariable String id,
            @RequestParam String to,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () -> api.reportIncident(id, idempotencyKey, new ReportedTo(to)),
                "incident.was-reported",
                flash);
    }

    private String then(Runnable attempt, String toast, RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(attempt);
        if (refusal == null) {
            flash.addFlashAttribute("toast", toast);
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/incidents";
    }
}
