package org.consumptionaid.console.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.FarmRecord;
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
import org.springframework.web.util.UriUtils;

/** A product's production records: added and corrected, never changed. */
@Controller
@RequestMapping("/listing/{id}/records")
class FarmRecordController {

    private static final List<String> OPERATIONS =
            List.of(
                    "SOWING",
                    "FERTILISING",
                    "PESTICIDE",
                    "IRRIGATION",
                    "FEEDING",
                    "VETERINARY",
                    "HARVEST",
                    "OTHER");

    private final MarketplaceApi api;
    private final Attempts attempts;

    FarmRecordController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String records(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String corrects,
            Model model) {
        List<FarmRecord> records = api.farmRecords(id).items();
        FarmRecordForm form =
                records.stream()
                        .filter(record -> record.id().equals(corrects))
                        .findFirst()
                        .map(FarmRecordForm::correcting)
                        .orElse(FarmRecordForm.EMPTY);
        return page(id, records, form, model);
    }

    @PostMapping
    String add(
            @PathVariable String id,
            FarmRecordForm form,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Refusal refusal =
                attempts.refusalOf(() -> api.addFarmRecord(id, idempotencyKey, form.command()));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "farm.added");
            return "redirect:/listing/" + UriUtils.encodePathSegment(id, UTF_8) + "/records";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        return page(id, api.farmRecords(id).items(), form, model);
    }

    private String page(String id, List<FarmRecord> records, FarmRecordForm form, Model model) {
        model.addAttribute("product", api.product(id).getBody());
        model.addAttribute("records", records);
        model.addAttribute("form", form);
        model.addAttribute("operations", OPERATIONS);
        return "listing/records";
    }
}
