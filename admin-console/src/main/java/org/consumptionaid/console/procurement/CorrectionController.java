package org.consumptionaid.console.procurement;

import jakarta.servlet.http.HttpServletResponse;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.Agreement;
import org.consumptionaid.console.market.Command.CorrectUnit;
import org.consumptionaid.console.market.MarketplaceApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Orders that were made for the wrong unit. */
@Controller
class CorrectionController {

    private final MarketplaceApi api;
    private final Attempts attempts;

    CorrectionController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping("/corrections")
    String list(Model model) {
        model.addAttribute("corrections", api.unitCorrections().items());
        return "procurement/corrections";
    }

    @GetMapping("/orders/{id}/unit-corrections/new")
    String blank(@PathVariable String id, Model model) {
        model.addAttribute("order", api.order(id));
        return "procurement/correct";
    }

    @PostMapping("/orders/{id}/unit-corrections")
    String ask(
            @PathVariable String id,
            @RequestParam String unitName,
            @RequestParam String reason,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Refusal refusal =
                attempts.refusalOf(() ->
                        api.correctUnit(
                                id,
                                idempotencyKey,
                                new CorrectUnit(unitName.strip(), reason.strip())));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "correction.asked");
            return "redirect:/corrections";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        model.addAttribute("unitName", unitName);
        model.addAttribute("reason", reason);
        return blank(id, model);
    }

    @PostMapping("/corrections/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam boolean agrees,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Refusal refusal =
                attempts.refusalOf(() ->
                        api.decideCorrection(
                                id, idempotencyKey, new Agreement(agrees, reason.strip())));
        if (refusal == null) {
            flash.addFlashAttribute("toast", agrees ? "correction.agreed" : "correction.refused");
            return "redirect:/corrections";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        return list(model);
    }
}
