package org.consumptionaid.console.canteen;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.CopyMenu;
import org.consumptionaid.console.market.Command.DayDishes;
import org.consumptionaid.console.market.Dish;
import org.consumptionaid.console.market.FileTransfer;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Menu;
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

/** A canteen's menu of a week (带量食谱), held against the standard. */
@Controller
@RequestMapping("/menus")
class MenuController {
    private final MarketplaceApi api;
    private final FileTransfer files;
    private final Attempts attempts;
    private final DeviationWords words;

    MenuController(
            MarketplaceApi api, FileTransfer files, Attempts attempts, DeviationWords words) {
        this.api = api;
        this.files = files;
        this.attempts = attempts;
        this.words = words;
    }

    @GetMapping
    String menu(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate week,
            Model model) {
        Menu menu = api.menu(week == null ? null : week.toString());
        model.addAttribute("menu", menu);
        model.addAttribute("deviations", words.of(menu.deviations()));
        model.addAttribute(
                "library",
                api.dishes().items().stream().filter(dish -> dish.ban() == null).toList());
        return "canteen/menu";
    }

    @GetMapping("/menu.xlsx")
    void sheet(@RequestParam LocalDate week, HttpServletResponse response) {
        files.download(response, "/school/menu.xlsx?week={week}", week.toString());
    }

    @PostMapping("/copy")
    String copy(@RequestParam LocalDate week, RedirectAttributes flash) {
        return then(
                () -> api.copyMenu(new CopyMenu(week, week.minusWeeks(1))),
                "menu.copied",
                week,
                flash);
    }

    /** A dish by its name in the reader's language, as the list suggests it. */
    @PostMapping("/days/{day}/dishes")
    String add(
            @PathVariable LocalDate day,
            @RequestParam String dish,
            Locale locale,
            RedirectAttributes flash) {
        return then(
                () -> {
                    List<String> dishes = new ArrayList<>(codes(day));
                    dishes.add(code(dish.strip(), locale));
                    api.putMenuDay(day.toString(), new DayDishes(dishes));
                },
                "menu.added",
                day,
                flash);
    }

    @PostMapping("/days/{day}/dishes/{code}/removal")
    String remove(
            @PathVariable LocalDate day, @PathVariable String code, RedirectAttributes flash) {
        return then(
                () ->
                        api.putMenuDay(
                                day.toString(),
                                new DayDishes(
                                        codes(day).stream()
                                                .filter(one -> !one.equals(code))
                                                .toList())),
                "menu.removed",
                day,
                flash);
    }

    private List<String> codes(LocalDate day) {
        return api.menu(day.toString()).days().stream()
                .filter(one -> one.day().equals(day))
                .flatMap(one -> one.dishes().stream())
                .map(Dish::code)
                .toList();
    }

    private String code(String name, Locale locale) {
        return api.dishes().items().stream()
                .filter(dish -> dish.name(locale).equals(name) || dish.name().equals(name))
                .map(Dish::code)
                .findFirst()
                .orElse(name);
    }

    private String then(Runnable attempt, String toast, LocalDate day, RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(attempt);
        if (refusal == null) {
            flash.addFlashAttribute("toast", toast);
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        flash.addAttribute("week", day.toString());
        return "redirect:/menus";
    }
}
