package org.consumptionaid.console.kitchen;

import java.time.LocalDate;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for parents: what a school serves, and where it grew. */
@Controller
class LunchController {
    private final MarketplaceApi api;

    LunchController(MarketplaceApi api) {
        this.api = api;
    }

    @GetMapping("/schools/{code}")
    String lunch(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            Model model) {
        model.addAttribute("lunch", api.lunch(code, day == null ? null : day.toString()));
        model.addAttribute("code", code);
        return "kitchen/lunch";
    }
}
