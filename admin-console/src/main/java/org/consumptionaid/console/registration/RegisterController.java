package org.consumptionaid.console.registration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.ApiProblem;
import org.consumptionaid.console.market.Command.NewRegistration;
import org.consumptionaid.console.market.Division;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For who is not known here yet. */
@Controller
@RequestMapping("/register")
class RegisterController {

    private final MarketplaceApi api;
    private final Attempts attempts;

    RegisterController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String blank(Model model) {
        return form(RegistrationForm.EMPTY, api.divisions().items(), model);
    }

    @PostMapping
    String register(
            RegistrationForm form,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        List<Division> divisions = api.divisions().items();
        NewRegistration command = form.command(divisions);
        Refusal refusal =
                attempts.refusalOf(() ->
                        flash.addAttribute(
                                "number", api.register(idempotencyKey, command).number()));
        if (refusal == null) {
            flash.addAttribute("creditCode", command.creditCode());
            flash.addFlashAttribute("toast", "registration.done");
            return "redirect:/register/state";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        return form(form, divisions, model);
    }

    /** How a registration stands; a form that asks for its number and code before that. */
    @GetMapping("/state")
    String state(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String creditCode,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("number", number);
        model.addAttribute("creditCode", creditCode);
        if (number != null && creditCode != null) {
            Registration.State found = found(number.strip(), creditCode.strip());
            model.addAttribute("registration", found);
            model.addAttribute("unknown", found == null);
            response.setStatus(found == null ? 404 : 200);
        }
        return "registration/state";
    }

    private Registration.@Nullable State found(String number, String creditCode) {
        if (number.isEmpty() || creditCode.isEmpty()) {
            return null;
        }
        try {
            return api.registration(number, creditCode);
        } catch (ApiProblem problem) {
            if (problem.status() == 404) {
                return null;
            }
            throw problem;
        }
    }

    private static String form(RegistrationForm form, List<Division> divisions, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("divisions", divisions);
        model.addAttribute("kind", Objects.requireNonNullElse(form.kind(), ""));
        return "registration/form";
    }
}
