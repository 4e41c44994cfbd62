package org.consumptionaid.console.procurement;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.FileReserve;
import org.consumptionaid.console.market.FileTransfer;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Reserve;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Files the reserved share, and shows how far the year has come. */
@Controller
@RequestMapping("/reserve")
class ReserveController {

    private final MarketplaceApi api;
    private final FileTransfer files;
    private final Attempts attempts;
    private final JsonMapper json;

    ReserveController(MarketplaceApi api, FileTransfer files, Attempts attempts, JsonMapper json) {
        this.api = api;
        this.files = files;
        this.attempts = attempts;
        this.json = json;
    }

    /** What was typed. */
    record Typed(String canteen, String partner, String budget, String share) {}

    @GetMapping
    String reserve(@RequestParam(defaultValue = "0") int year, Model model) {
        return page(api.reserve(year), null, model);
    }

    @GetMapping("/audit.zip")
    void auditPackage(@RequestParam int year, HttpServletResponse response) {
        files.downloadPackage(response, "/procurement/audit.zip?year={year}", year);
    }

    @PostMapping
    String file(
            @RequestParam int year,
            @RequestParam String canteen,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String budget,
            @RequestParam(defaultValue = "") String share,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        boolean budgeted = canteen.equals("OWN") || canteen.equals("OUTSOURCED");
        Refusal refusal =
                attempts.refusalOf(() ->
                        api.fileReserve(
                                idempotencyKey,
                                new FileReserve(
                                        year,
                                        canteen,
                                        partner.strip(),
                                        budgeted ? Amounts.fen("foodBudgetFen", budget) : 0,
                                        budgeted
                                                ? Amounts.percent("shareBasisPoints", share)
                                                : 0)));
        if (refusal == null) {
            flash.addAttribute("year", year);
            flash.addFlashAttribute("toast", "reserve.filed");
            return "redirect:/reserve";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        return page(api.reserve(year), new Typed(canteen, partner, budget, share), model);
    }

    private String page(Reserve reserve, @Nullable Typed typed, Model model) {
        model.addAttribute("reserve", reserve);
        model.addAttribute("typed", typed);
        model.addAttribute("canteens", List.of("OWN", "NONE", "SHARED", "OUTSOURCED"));
        model.addAttribute("chart", json.writeValueAsString(reserve.months()));
        return "procurement/reserve";
    }
}
