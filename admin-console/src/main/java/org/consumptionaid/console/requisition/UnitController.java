package org.consumptionaid.console.requisition;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.CategoryTree;
import org.consumptionaid.console.market.Command.BudgetAmount;
import org.consumptionaid.console.market.Command.Delegate;
import org.consumptionaid.console.market.Command.HoldRole;
import org.consumptionaid.console.market.Command.Leaving;
import org.consumptionaid.console.market.Command.NewApprovalRule;
import org.consumptionaid.console.market.Command.NewBudgetLine;
import org.consumptionaid.console.market.Command.NewColleague;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Unit;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a unit's manager lays down: roles, the chain, delegations, budget lines. */
@Controller
@RequestMapping("/unit")
class UnitController {

    private static final List<String> ROLES =
            List.of("MANAGER", "BUYER", "APPROVER", "RECEIVER", "FINANCE");

    private final MarketplaceApi api;
    private final Attempts attempts;

    UnitController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String unit(Model model) {
        Unit unit = api.unit();
        model.addAttribute("unit", unit);
        model.addAttribute("roles", unit.kept() ? ROLES : ROLES.subList(0, 1));
        model.addAttribute("categories", new CategoryTree(api.categories().items()));
        return "requisition/unit";
    }

    @PostMapping("/people")
    String hire(
            @RequestParam String username,
            @RequestParam String displayName,
            @RequestParam String password,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () ->
                        api.hire(
                                idempotencyKey,
                                new NewColleague(
                                        username.strip().toLowerCase(Locale.ROOT),
                                        displayName.strip(),
                                        password)),
                "unit.hired",
                flash);
    }

    @PostMapping("/people/leaving")
    String leave(
            @RequestParam String username,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () -> api.leave(idempotencyKey, new Leaving(username.strip())), "unit.left", flash);
    }

    @PostMapping("/roles")
    String grant(
            @RequestParam String username,
            @RequestParam String role,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () -> api.grantRole(idempotencyKey, new HoldRole(username.strip(), role)),
                "unit.role.given",
                flash);
    }

    @PostMapping("/roles/ending")
    String end(
            @RequestParam String username,
            @RequestParam String role,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () -> api.endRole(idempotencyKey, new HoldRole(username, role)),
                "unit.role.taken",
                flash);
    }

    @PostMapping("/approval-rules")
    String addRule(
            @RequestParam(defaultValue = "") String category,
            @RequestParam String from,
            @RequestParam String level,
            @RequestParam(defaultValue = "") List<String> approvers,
            @RequestParam String needed,
            @RequestParam String hours,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () ->
                        api.addApprovalRule(
                                idempotencyKey,
                                new NewApprovalRule(
                                        category.isEmpty() ? null : category,
                                        Amounts.fen("fromFen", from),
                                        Amounts.whole("level", level),
                                        approvers,
                                        Amounts.whole("needed", needed),
                                        Amounts.whole("hours", hours))),
                "unit.rule.added",
                flash);
    }

    @PostMapping("/approval-rules/{id}/ending")
    String endRule(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(() -> api.endApprovalRule(id, idempotencyKey), "unit.rule.ended", flash);
    }

    @PostMapping("/delegations")
    String delegate(
            @RequestParam(defaultValue = "") String approver,
            @RequestParam String delegate,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () ->
                        api.delegate(
                                idempotencyKey,
                                new Delegate(
                                        approver.isEmpty() ? null : approver, delegate, from, to)),
                "unit.delegation.added",
                flash);
    }

    @PostMapping("/delegations/{id}/ending")
    String endDelegation(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(() -> api.endDelegation(id, idempotencyKey), "unit.delegation.ended", flash);
    }

    @PostMapping("/budget-lines")
    String addBudget(
            @RequestParam String year,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam String amount,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () ->
                        api.addBudgetLine(
                                idempotencyKey,
                                new NewBudgetLine(
                                        Amounts.whole("fiscalYear", year),
                                        code.strip(),
                                        name.strip(),
                                        Amounts.fen("amountFen", amount))),
                "unit.budget.added",
                flash);
    }

    @PostMapping("/budget-lines/{id}")
    String changeBudget(
            @PathVariable String id, @RequestParam String amount, RedirectAttributes flash) {
        return then(
                () -> api.changeBudgetLine(id, new BudgetAmount(Amounts.fen("amountFen", amount))),
                "unit.budget.changed",
                flash);
    }

    private String then(Runnable act, String toast, RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(act);
        if (refusal == null) {
            flash.addFlashAttribute("toast", toast);
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/unit";
    }
}
