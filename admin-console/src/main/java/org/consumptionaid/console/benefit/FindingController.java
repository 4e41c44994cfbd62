package org.consumptionaid.console.benefit;

import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.Command.Decided;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Role;
import org.consumptionaid.console.market.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What checks found odd: the county's work list. */
@Controller
class FindingController {

    private final MarketplaceApi api;
    private final Attempts attempts;

    FindingController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping("/findings")
    String findings(@RequestParam(required = false) @Nullable String cursor, Model model) {
        Visitor visitor = Visit.current();
        model.addAttribute("findings", api.findings(cursor));
        model.addAttribute(
                "decides", visitor != null && visitor.person().role() == Role.COUNTY_REVIEWER);
        return "benefit/findings";
    }

    @PostMapping("/findings/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String decision,
            @RequestParam String reason,
            RedirectAttributes flash) {
        Refusal refusal =
                attempts.refusalOf(
                        () -> api.decideFinding(id, idempotencyKey, new Decided(decision, reason)));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "finding.decided");
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/findings";
    }
}
