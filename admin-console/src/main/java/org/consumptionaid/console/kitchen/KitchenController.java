package org.consumptionaid.console.kitchen;

import com.google.zxing.WriterException;
import java.time.LocalDate;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.frame.QrCode;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.DisposeLot;
import org.consumptionaid.console.market.Command.KeepSample;
import org.consumptionaid.console.market.Command.UseLot;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A canteen's day: lots into meals, samples, what is thrown away. */
@Controller
@RequestMapping("/kitchen")
class KitchenController {
    private static final int MOST_CHARACTERS = 30;

    private final MarketplaceApi api;
    private final Attempts attempts;

    KitchenController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String day(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            Model model) {
        model.addAttribute("kitchen", api.kitchenDay(day == null ? null : day.toString()));
        model.addAttribute("today", LocalDate.now(Formats.ZONE));
        return "kitchen/day";
    }

    /** Labels for the sample boxes of a day, to print. */
    @GetMapping("/labels")
    String labels(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model) {
        model.addAttribute("kitchen", api.kitchenDay(day.toString()));
        return "kitchen/labels";
    }

    @GetMapping("/samples/{number}/qr.svg")
    @ResponseBody
    ResponseEntity<byte[]> code(@PathVariable String number) throws WriterException {
        return QrCode.of(number.length() > MOST_CHARACTERS ? "" : number);
    }

    @PostMapping("/uses")
    String use(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam String dish,
            @RequestParam String lot,
            @RequestParam String kilograms,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () ->
                        api.useLot(
                                idempotencyKey,
                                new UseLot(day, dish, lot, Amounts.grams("grams", kilograms))),
                "kitchen.used",
                day,
                flash);
    }

    @PostMapping("/uses/{id}/correction")
    String correct(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(() -> api.correctUse(id, idempotencyKey), "kitchen.corrected", day, flash);
    }

    @PostMapping("/disposals")
    String dispose(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam String lot,
            @RequestParam String kilograms,
            @RequestParam String reason,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () ->
                        api.disposeLot(
                                idempotencyKey,
                                new DisposeLot(lot, Amounts.grams("grams", kilograms), reason)),
                "kitchen.disposed",
                day,
                flash);
    }

    @PostMapping("/samples")
    String sample(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam String dish,
            @RequestParam String grams,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () ->
                        api.keepSample(
                                idempotencyKey,
                                new KeepSample(day, dish, Amounts.whole("grams", grams))),
                "kitchen.sampled",
                day,
                flash);
    }

    @PostMapping("/samples/{id}/disposal")
    String disposeSample(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(() -> api.disposeSample(id, idempotencyKey), "kitchen.sample-gone", day, flash);
    }

    private String then(Runnable attempt, String toast, LocalDate day, RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(attempt);
        if (refusal == null) {
            flash.addFlashAttribute("toast", toast);
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        flash.addAttribute("day", day.toString());
        return "redirect:/kitchen";
    }
}
