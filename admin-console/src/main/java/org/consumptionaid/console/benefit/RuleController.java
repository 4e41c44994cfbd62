package org.consumptionaid.console.benefit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.NewRule;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A cooperative's rules of who gets what, version by version. */
@Controller
@RequestMapping("/benefit-rules")
class RuleController {

    private static final List<String> MODES =
            List.of("PURCHASE", "WAGE", "DIVIDEND", "LAND_RENT", "MARGIN", "PACKING", "FREIGHT");

    private final MarketplaceApi api;
    private final Attempts attempts;

    RuleController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String rules(Model model) {
        model.addAttribute("rules", api.benefitRules().items());
        model.addAttribute("modes", MODES);
        model.addAttribute("products", api.ownProducts(null).items());
        return "benefit/rules";
    }

    /** Each mode's percentage is a field of the mode's name. */
    @PostMapping
    String add(
            @RequestParam String idempotencyKey,
            @RequestParam(required = false) @Nullable String productId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate validFrom,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        String product = productId == null || productId.isEmpty() ? null : productId;
        Refusal refusal =
                attempts.refusalOf(() ->
                        api.addBenefitRule(
                                idempotencyKey, new NewRule(product, validFrom, parts(fields))));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "rule.added");
            return "redirect:/benefit-rules";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", fields);
        return rules(model);
    }

    /** What has a percentage; hundredths of a percent are basis points. */
    private static List<NewRule.Share> parts(Map<String, String> fields) {
        return MODES.stream()
                .filter(mode -> !fields.getOrDefault(mode, "").isBlank())
                .map(mode -> new NewRule.Share(mode, Amounts.percent(mode, fields.get(mode))))
                .filter(share -> share.basisPoints() != 0)
                .toList();
    }
}
