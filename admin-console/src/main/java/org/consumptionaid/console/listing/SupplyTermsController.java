package org.consumptionaid.console.listing;

import java.util.List;
import java.util.stream.IntStream;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.SupplyTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far, on which days and from what amount on a cooperative delivers to canteens. */
@Controller
@RequestMapping("/listing/supply-terms")
class SupplyTermsController {
    private static final long GRAMS_PER_KG = 1_000;
    private static final List<Integer> DAYS = IntStream.rangeClosed(1, 7).boxed().toList();

    private final MarketplaceApi api;
    private final Attempts attempts;

    SupplyTermsController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String terms(Model model) {
        model.addAttribute("terms", api.supplyTerms());
        model.addAttribute("days", DAYS);
        return "listing/supply-terms";
    }

    @PostMapping
    String set(
            @RequestParam(defaultValue = "") String radiusKm,
            @RequestParam(defaultValue = "0") String leastOrder,
            @RequestParam(required = false) @Nullable List<Integer> day,
            @RequestParam(defaultValue = "") String weeklyKg,
            RedirectAttributes flash) {
        Refusal refusal =
                attempts.refusalOf(() ->
                        api.putSupplyTerms(
                                new SupplyTerms(
                                        radiusKm.isBlank()
                                                ? null
                                                : (int) Amounts.whole("radiusKm", radiusKm),
                                        Amounts.fen("leastOrderFen", leastOrder),
                                        day == null ? List.of() : day,
                                        weeklyKg.isBlank()
                                                ? null
                                                : Amounts.whole("weeklyGrams", weeklyKg)
                                                        * GRAMS_PER_KG)));
        if (refusal != null) {
            flash.addFlashAttribute("refusal", refusal);
            return "redirect:/listing/supply-terms";
        }
        flash.addFlashAttribute("toast", "supply.done");
        return "redirect:/listing";
    }
}
