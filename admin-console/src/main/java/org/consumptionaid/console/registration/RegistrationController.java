package org.consumptionaid.console.registration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.Reason;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who wants to trade here: the operator's list. */
@Controller
@RequestMapping("/registrations")
class RegistrationController {

    private static final List<String> STATES = List.of("WAITING", "APPROVED", "REFUSED");

    private final MarketplaceApi api;
    private final Attempts attempts;

    RegistrationController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "WAITING") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", STATES);
        model.addAttribute("registrations", api.registrations(state, cursor));
        return "registration/list";
    }

    @PostMapping("/{id}/approval")
    String approve(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return decided(
                "approved",
                id,
                attempts.refusalOf(() -> api.approveRegistration(id, idempotencyKey)),
                model,
                flash,
                response);
    }

    @PostMapping("/{id}/refusal")
    String refuse(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String reason,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        model.addAttribute("reason", reason);
        return decided(
                "refused",
                id,
                attempts.refusalOf(
                        () -> api.refuseRegistration(id, idempotencyKey, new Reason(reason))),
                model,
                flash,
                response);
    }

    private String decided(
            String how,
            String id,
            @Nullable Refusal refusal,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (refusal == null) {
            flash.addFlashAttribute("toast", "registration.done." + how);
            return "redirect:/registrations";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        model.addAttribute("wrong", id);
        return list("WAITING", null, model);
    }
}
