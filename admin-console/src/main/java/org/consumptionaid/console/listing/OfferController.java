package org.consumptionaid.console.listing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.MarketplaceApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A product's prices by quantity and kind of buyer. */
@Controller
@RequestMapping("/listing/{id}/offers")
class OfferController {

    private static final List<String> BUYER_KINDS = List.of("ANY", "PROCUREMENT", "SCHOOL");

    private final MarketplaceApi api;
    private final Attempts attempts;

    OfferController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String offers(@PathVariable String id, Model model) {
        return page(id, OfferForm.EMPTY, model);
    }

    @PostMapping
    String add(
            @PathVariable String id,
            OfferForm form,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Refusal refusal =
                attempts.refusalOf(() -> api.addOffer(id, idempotencyKey, form.command()));
        if (refusal == null) {
            return done(id, "offer.added", flash);
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        return page(id, form, model);
    }

    @PostMapping("/{offerId}/ending")
    String end(
            @PathVariable String id,
            @PathVariable String offerId,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(() -> api.endOffer(id, offerId, idempotencyKey));
        if (refusal == null) {
            return done(id, "offer.ended", flash);
        }
        flash.addFlashAttribute("refusal", refusal);
        return back(id);
    }

    private static String done(String id, String what, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", what);
        return back(id);
    }

    private static String back(String id) {
        return "redirect:/listing/" + id + "/offers";
    }

    private String page(String id, OfferForm form, Model model) {
        model.addAttribute("product", api.product(id).getBody());
        model.addAttribute("prices", api.offers(id));
        model.addAttribute("form", form);
        model.addAttribute("buyerKinds", BUYER_KINDS);
        return "listing/offers";
    }
}
