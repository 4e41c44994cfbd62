package org.consumptionaid.console.benefit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.Command.Reason;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Role;
import org.consumptionaid.console.market.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Claims of a cooperative for households; its county confirms or rejects them. */
@Controller
@RequestMapping("/claims")
class ClaimController {

    private static final List<String> STATES = List.of("PROPOSED", "CONFIRMED", "REJECTED");
    private static final List<String> MODES = List.of("PURCHASE", "WAGE", "DIVIDEND", "LAND_RENT");

    private final MarketplaceApi api;
    private final Attempts attempts;

    ClaimController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String claims(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String filter = state != null && STATES.contains(state) ? state : null;
        model.addAttribute("claims", api.claims(filter, cursor));
        model.addAttribute("state", filter);
        model.addAttribute("states", STATES);
        model.addAttribute("modes", MODES);
        model.addAttribute("decides", is(Role.COUNTY_REVIEWER));
        model.addAttribute("makes", is(Role.COOPERATIVE));
        return "benefit/claims";
    }

    /** The form for one mode and household, with the household's plots to choose from. */
    @GetMapping("/new")
    String blank(@RequestParam String household, @RequestParam String mode, Model model) {
        return form(
                new ClaimForm(
                        household, mode, null, null, null, null, null, null, null, null, null,
                        null),
                model);
    }

    @PostMapping
    String add(
            ClaimForm form,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Refusal refusal = attempts.refusalOf(() -> api.addClaim(idempotencyKey, form.command()));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "claim.added");
            return "redirect:/claims";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        return form(form, model);
    }

    @PostMapping("/{id}/confirmation")
    String confirm(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return decided(() -> api.confirmClaim(id, idempotencyKey), "claim.confirmed", flash);
    }

    @PostMapping("/{id}/rejection")
    String reject(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return decided(
                () -> api.rejectClaim(id, idempotencyKey, new Reason(reason)),
                "claim.rejected",
                flash);
    }

    private String decided(Runnable call, String done, RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(call);
        if (refusal == null) {
            flash.addFlashAttribute("toast", done);
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/claims?state=PROPOSED";
    }

    private String form(ClaimForm form, Model model) {
        model.addAttribute("form", form);
        if (form.mode().equals("PURCHASE")) {
            model.addAttribute("lots", api.lots().items());
            model.addAttribute("plots", api.plots(form.household().strip()).items());
        }
        return "benefit/claim";
    }

    private static boolean is(Role role) {
        Visitor visitor = Visit.current();
        return visitor != null && visitor.person().role() == role;
    }
}
