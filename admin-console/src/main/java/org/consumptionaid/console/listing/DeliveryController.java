package org.consumptionaid.console.listing;

import java.util.List;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.Provinces;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a cooperative delivers: everywhere, or to the provinces it names. */
@Controller
@RequestMapping("/listing/delivery")
class DeliveryController {

    private final MarketplaceApi api;
    private final Attempts attempts;

    DeliveryController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String area(Model model) {
        model.addAttribute("area", api.deliveryArea());
        return "listing/delivery";
    }

    @PostMapping
    String set(
            @RequestParam(required = false) @Nullable List<String> province,
            RedirectAttributes flash) {
        Provinces provinces = new Provinces(province == null ? List.of() : province);
        Refusal refusal = attempts.refusalOf(() -> api.deliver(provinces));
        if (refusal != null) {
            flash.addFlashAttribute("refusal", refusal);
            return "redirect:/listing/delivery";
        }
        flash.addFlashAttribute("toast", "delivery.done");
        return "redirect:/listing";
    }
}
