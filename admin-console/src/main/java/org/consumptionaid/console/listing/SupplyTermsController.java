package org.consumptionaid.console.listing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Formats;
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
    private static final List<Integer> DAYS = IntStream.rangeClosed(1, 7).boxed().toList();

    private final MarketplaceApi api;
    private final Attempts attempts;
    private final Formats formats;

    SupplyTermsController(MarketplaceApi api, Attempts attempts, Formats formats) {
        this.api = api;
        this.attempts = attempts;
        this.formats = formats;
    }

    /** The terms as they stand in the form. */
    record Typed(String radiusKm, String leastOrder, List<Integer> days, String weeklyKg) {}

    @GetMapping
    String terms(Model model) {
        SupplyTerms terms = api.supplyTerms();
        return page(
                new Typed(
                        terms.radiusKm() == null ? "" : Long.toString(terms.radiusKm()),
                        formats.yuan(terms.leastOrderFen()),
                        terms.deliveryDays(),
                        terms.weeklyGrams() == null ? "" : formats.kilograms(terms.weeklyGrams())),
                model);
    }

    private static String page(Typed typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("days", DAYS);
        return "listing/supply-terms";
    }

    @PostMapping
    String set(
            @RequestParam(defaultValue = "") String radiusKm,
            @RequestParam(defaultValue = "") String leastOrder,
            @RequestParam(required = false) @Nullable List<Integer> day,
            @RequestParam(defaultValue = "") String weeklyKg,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Typed typed = new Typed(radiusKm, leastOrder, day == null ? List.of() : day, weeklyKg);
        Refusal refusal = attempts.refusalOf(() -> api.putSupplyTerms(read(typed)));
        if (refusal != null) {
            response.setStatus(refusal.status());
            model.addAttribute("refusal", refusal);
            return page(typed, model);
        }
        flash.addFlashAttribute("toast", "supply.done");
        return "redirect:/listing";
    }

    private static SupplyTerms read(Typed typed) {
        return new SupplyTerms(
                typed.radiusKm().isBlank() ? null : Amounts.whole("radiusKm", typed.radiusKm()),
                Amounts.fen("leastOrderFen", typed.leastOrder()),
                typed.days(),
                typed.weeklyKg().isBlank() ? null : Amounts.grams("weeklyGrams", typed.weeklyKg()));
    }
}
