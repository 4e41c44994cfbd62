package org.consumptionaid.console.bureau;

import java.time.YearMonth;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A month of a bureau's schools: money, refusals, samples. */
@Controller
class MonthController {
    private final MarketplaceApi api;

    MonthController(MarketplaceApi api) {
        this.api = api;
    }

    @GetMapping("/schools-month")
    String month(
            @RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM")
                    @Nullable YearMonth month,
            Model model) {
        model.addAttribute("month", api.schoolsMonth(month == null ? null : month.toString()));
        return "bureau/month";
    }
}
