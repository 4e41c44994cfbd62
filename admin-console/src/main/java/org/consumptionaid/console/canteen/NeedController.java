package org.consumptionaid.console.canteen;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.HeadCounts;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Need;
import org.consumptionaid.console.market.Need.HeadCount;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One week of a canteen: pupils in, kilograms and suppliers out. */
@Controller
class NeedController {

    static final List<String> AGE_GROUPS = List.of("6-8", "9-11", "12-14", "15-17");

    private final MarketplaceApi api;
    private final Attempts attempts;

    NeedController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping("/need")
    String need(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable String foodGroup,
            Model model) {
        Need need = api.need(week == null ? null : week.toString());
        model.addAttribute("need", need);
        model.addAttribute("pupils", pupils(need));
        model.addAttribute("foodGroup", foodGroup);
        if (foodGroup != null) {
            model.addAttribute(
                    "offers", api.suppliers(foodGroup, need.weekStart().toString()).items());
        }
        return "canteen/need";
    }

    /** Every age group, also those never counted. */
    private static Map<String, Long> pupils(Need need) {
        Map<String, Long> pupils = new HashMap<>();
        AGE_GROUPS.forEach(group -> pupils.put(group, 0L));
        need.headCounts().forEach(count -> pupils.put(count.ageGroup(), count.pupils()));
        return pupils;
    }

    @PostMapping("/need/head-counts")
    String count(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
            HttpServletRequest form,
            RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(() -> api.putHeadCounts(counts(week, form)));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "need.saved");
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        flash.addAttribute("week", week.toString());
        return "redirect:/need";
    }

    private static HeadCounts counts(LocalDate week, HttpServletRequest form) {
        return new HeadCounts(
                week,
                whole("schoolDays", form),
                AGE_GROUPS.stream()
                        .map(group -> new HeadCount(group, whole("pupils-" + group, form)))
                        .toList());
    }

    private static long whole(String field, HttpServletRequest form) {
        return Amounts.whole(field, form.getParameter(field));
    }
}
