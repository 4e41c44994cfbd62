package org.consumptionaid.console.payment;

import org.consumptionaid.console.market.MarketplaceApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Payments that their payers dispute. */
@Controller
class DisputeController {

    private final MarketplaceApi api;

    DisputeController(MarketplaceApi api) {
        this.api = api;
    }

    @GetMapping("/disputes")
    String disputes(Model model) {
        model.addAttribute("disputes", api.disputes().items());
        return "payment/disputes";
    }
}
