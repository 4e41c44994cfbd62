package org.consumptionaid.console.canteen;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.CountStoreRoom;
import org.consumptionaid.console.market.Command.CountStoreRoom.Stored;
import org.consumptionaid.console.market.Command.HeadCounts;
import org.consumptionaid.console.market.Demand;
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
            @RequestParam(required = false) @Nullable String ingredient,
            Model model) {
        Need need = api.need(week == null ? null : week.toString());
        Demand demand = api.demand(need.weekStart().toString());
        model.addAttribute("demand", demand);
        model.addAttribute(
                "chosen",
                demand.items().stream()
                        .filter(item -> item.ingredient().equals(ingredient))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("need", need);
        model.addAttribute("pupils", pupils(need));
        model.addAttribute("foodGroup", foodGroup);
        if (ingredient != null) {
            model.addAttribute(
                    "offers",
                    api.ingredientSuppliers(ingredient, need.weekStart().toString()).items());
        } else if (foodGroup != null) {
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

    @PostMapping("/need/store-room")
    String store(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
            HttpServletRequest form,
            RedirectAttributes flash) {
        Refusal refusal =
                attempts.refusalOf(() -> api.putStoreRoom(new CountStoreRoom(week, stored(form))));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "demand.saved");
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        flash.addAttribute("week", week.toString());
        return "redirect:/need";
    }

    /** A field left empty says that nothing is there. */
    private static List<Stored> stored(HttpServletRequest form) {
        List<String> ingredients = values("ingredient", form);
        List<String> kilograms = values("kilograms", form);
        return IntStream.range(0, Math.min(ingredients.size(), kilograms.size()))
                .mapToObj(i ->
                        new Stored(
                                ingredients.get(i),
                                kilograms.get(i).isBlank()
                                        ? 0
                                        : Amounts.grams("grams", kilograms.get(i))))
                .toList();
    }

    private static List<String> values(String field, HttpServletRequest form) {
        String[] values = form.getParameterValues(field);
        return values == null ? List.of() : List.of(values);
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
