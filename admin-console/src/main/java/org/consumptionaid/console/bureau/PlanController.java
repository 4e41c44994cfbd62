package org.consumptionaid.console.bureau;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Canteen;
import org.consumptionaid.console.market.Command.ChooseProduct;
import org.consumptionaid.console.market.Command.PlanWeek;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.WeekPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans of a bureau's weeks: made, looked through, changed and ordered. */
@Controller
@RequestMapping("/plans")
class PlanController {

    private final MarketplaceApi api;
    private final Attempts attempts;

    PlanController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    /** A school of a plan. */
    record School(String id, String name) {}

    @GetMapping
    String week(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate week,
            Model model) {
        LocalDate monday = week == null ? Weeks.next() : Weeks.of(week);
        List<Canteen> canteens = api.canteens(monday.toString()).items();
        model.addAttribute("monday", monday);
        model.addAttribute("canteens", canteens);
        model.addAttribute("pupils", canteens.stream().mapToLong(Canteen::pupils).sum());
        model.addAttribute("plans", api.weekPlans(monday.toString()).items());
        model.addAttribute("begun", !monday.isAfter(Weeks.today()));
        return "bureau/plans";
    }

    @PostMapping
    String start(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () -> api.planWeek(idempotencyKey, new PlanWeek(week)),
                "plan.started",
                "/plans?week=" + week,
                flash);
    }

    @GetMapping("/{id}")
    String plan(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "false") boolean open,
            Model model) {
        WeekPlan plan = api.weekPlan(id);
        List<WeekPlan.Line> lines = plan.items() == null ? List.of() : plan.items();
        model.addAttribute("plan", plan);
        model.addAttribute("more", plan.lines() > lines.size());
        model.addAttribute("school", school);
        model.addAttribute("open", open);
        model.addAttribute(
                "schools",
                lines.stream()
                        .map(line -> new School(line.schoolId(), line.schoolName()))
                        .distinct()
                        .toList());
        model.addAttribute(
                "lines",
                lines.stream()
                        .filter(line -> school.isEmpty() || line.schoolId().equals(school))
                        .filter(line -> !open || line.open())
                        .toList());
        return "bureau/plan";
    }

    @PostMapping("/{id}/stop")
    String stop(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(() -> api.stopPlan(id, idempotencyKey), "plan.stopped", "/plans/" + id, flash);
    }

    @PostMapping("/{id}/acceptance")
    String accept(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () -> api.acceptPlan(id, idempotencyKey), "plan.accepted", "/plans/" + id, flash);
    }

    @PostMapping("/{id}/lines/{number}/choice")
    String choose(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String productId,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        ChooseProduct choice =
                new ChooseProduct(productId.isEmpty() ? null : productId, reason.strip());
        return then(
                () -> api.chooseProduct(id, number, choice), "plan.chosen", "/plans/" + id, flash);
    }

    @PostMapping("/{id}/lines/{number}/choice-removal")
    String leave(@PathVariable String id, @PathVariable int number, RedirectAttributes flash) {
        return then(() -> api.leaveChoice(id, number), "plan.left", "/plans/" + id, flash);
    }

    private String then(
            Supplier<WeekPlan> act, String toast, String back, RedirectAttributes flash) {
        WeekPlan[] done = new WeekPlan[1];
        Refusal refusal = attempts.refusalOf(() -> done[0] = act.get());
        if (refusal != null) {
            flash.addFlashAttribute("refusal", refusal);
            return "redirect:" + back;
        }
        flash.addFlashAttribute("toast", toast);
        return "redirect:/plans/" + done[0].id();
    }
}
