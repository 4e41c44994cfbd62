package org.consumptionaid.console.benefit;

import jakarta.servlet.http.HttpServletResponse;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.NewPlot;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A county's households and what their land can yield. */
@Controller
@RequestMapping("/households")
class HouseholdController {

    private final MarketplaceApi api;
    private final Attempts attempts;

    HouseholdController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String households(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("households", api.households(cursor));
        return "benefit/households";
    }

    @PostMapping
    String add(@RequestParam String idempotencyKey, RedirectAttributes flash) {
        api.addHousehold(idempotencyKey);
        flash.addFlashAttribute("toast", "household.added");
        return "redirect:/households";
    }

    @PostMapping("/{id}/plots")
    String addPlot(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String produce,
            @RequestParam String season,
            @RequestParam String kilograms,
            @RequestParam String evidence,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Refusal refusal =
                attempts.refusalOf(() ->
                        api.addPlot(
                                id,
                                idempotencyKey,
                                new NewPlot(
                                        produce,
                                        Amounts.whole("season", season),
                                        Amounts.grams("grams", kilograms),
                                        evidence)));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "household.plot-added");
            return "redirect:/households";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        model.addAttribute("wrong", id);
        return households(null, model);
    }
}
