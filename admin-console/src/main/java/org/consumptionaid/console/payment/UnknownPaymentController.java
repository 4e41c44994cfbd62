package org.consumptionaid.console.payment;

import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Payments and refunds without an outcome; the operator may ask about one at once. */
@Controller
@RequestMapping("/unknown-payments")
class UnknownPaymentController {

    private final MarketplaceApi api;
    private final Attempts attempts;

    UnknownPaymentController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String list(Model model) {
        var visitor = Visit.current();
        model.addAttribute("payments", api.unknownPayments().items());
        model.addAttribute("asks", visitor != null && visitor.person().role() == Role.OPERATOR);
        return "payment/unknown";
    }

    @PostMapping("/{id}/asking")
    String ask(@PathVariable String id, RedirectAttributes flash) {
        Refusal refusal =
                attempts.refusalOf(() ->
                        flash.addFlashAttribute(
                                "toast", "unknown.asked." + api.askAboutPayment(id).state()));
        if (refusal != null) {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/unknown-payments";
    }
}
