package org.consumptionaid.console.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import org.consumptionaid.console.market.ApiProblem;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The compliance certificate of a lot, for anyone who has the number or the package. */
@Controller
class LotController {

    private final MarketplaceApi api;

    LotController(MarketplaceApi api) {
        this.api = api;
    }

    @GetMapping("/lots")
    String lots(@RequestParam(required = false) @Nullable String number) {
        return number == null || number.isBlank()
                ? "shop/lot"
                : "redirect:/lots/" + UriUtils.encodePathSegment(number.strip(), UTF_8);
    }

    @GetMapping("/lots/{number}")
    String lot(@PathVariable String number, Model model, HttpServletResponse response) {
        model.addAttribute("number", number);
        try {
            model.addAttribute("lot", api.lot(number));
        } catch (ApiProblem problem) {
            if (problem.status() != HttpServletResponse.SC_NOT_FOUND && !problem.correctable()) {
                throw problem;
            }
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            model.addAttribute("unknown", true);
            model.addAttribute("mistyped", problem.correctable() ? problem.detail() : null);
        }
        return "shop/lot";
    }
}
