package org.consumptionaid.console.bureau;

import jakarta.servlet.http.HttpServletResponse;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.TakeCanteen;
import org.consumptionaid.console.market.MarketplaceApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The schools whose meals a bureau plans. */
@Controller
@RequestMapping("/canteens")
class CanteensController {

    private final MarketplaceApi api;
    private final Attempts attempts;

    CanteensController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    /** What was typed. */
    record Typed(String creditCode, String perPupil, String suppliers) {}

    @GetMapping
    String canteens(Model model) {
        model.addAttribute("canteens", api.canteens(null).items());
        return "bureau/canteens";
    }

    @PostMapping
    String put(
            @RequestParam String creditCode,
            @RequestParam String perPupil,
            @RequestParam String suppliers,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Refusal refusal =
                attempts.refusalOf(() ->
                        api.putCanteen(
                                new TakeCanteen(
                                        creditCode.strip(),
                                        Amounts.fen("fenPerPupilDay", perPupil),
                                        Amounts.whole("suppliersPerDay", suppliers))));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "canteens.saved");
            return "redirect:/canteens";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", new Typed(creditCode, perPupil, suppliers));
        return canteens(model);
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable String id, RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(() -> api.removeCanteen(id));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "canteens.removed");
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/canteens";
    }
}
