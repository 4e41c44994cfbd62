package org.consumptionaid.console.payment;

import jakarta.servlet.http.HttpServletResponse;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.Command.Bounce;
import org.consumptionaid.console.market.Command.Reason;
import org.consumptionaid.console.market.Command.Release;
import org.consumptionaid.console.market.FileTransfer;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.PayoutBatch;
import org.consumptionaid.console.market.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Paying cooperatives out: gather a batch, two people release it, take its file to the bank. */
@Controller
@RequestMapping("/payouts")
class PayoutsController {

    private final MarketplaceApi api;
    private final Attempts attempts;
    private final FileTransfer files;

    PayoutsController(MarketplaceApi api, Attempts attempts, FileTransfer files) {
        this.api = api;
        this.attempts = attempts;
        this.files = files;
    }

    @GetMapping
    String payouts(Model model) {
        model.addAttribute("payable", api.payableCooperatives().items());
        model.addAttribute("batches", api.payoutBatches().items());
        model.addAttribute("decides", decides());
        return "payment/payouts";
    }

    @GetMapping("/{id}")
    String batch(@PathVariable String id, Model model) {
        model.addAttribute("batch", api.payoutBatch(id));
        model.addAttribute("decides", decides());
        return "payment/batch";
    }

    @GetMapping("/{id}/file")
    void file(@PathVariable String id, HttpServletResponse response) {
        files.download(response, "/payout-batches/{id}/file", id);
    }

    @PostMapping
    String prepare(@RequestParam String idempotencyKey, RedirectAttributes flash) {
        var batch = new PayoutBatch[1];
        Refusal refusal = attempts.refusalOf(() -> batch[0] = api.preparePayouts(idempotencyKey));
        if (refusal != null) {
            flash.addFlashAttribute("refusal", refusal);
            return "redirect:/payouts";
        }
        return done(batch[0].id(), "prepared", null, flash);
    }

    @PostMapping("/{id}/release")
    String release(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String sha256,
            RedirectAttributes flash) {
        return done(
                id,
                "released",
                attempts.refusalOf(
                        () -> api.releasePayouts(id, idempotencyKey, new Release(sha256))),
                flash);
    }

    @PostMapping("/{id}/cancellation")
    String cancel(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return done(
                id,
                "cancelled",
                attempts.refusalOf(
                        () -> api.cancelPayouts(id, idempotencyKey, new Reason(reason.strip()))),
                flash);
    }

    @PostMapping("/{id}/bounces/{payout}")
    String bounce(
            @PathVariable String id,
            @PathVariable String payout,
            @RequestParam String idempotencyKey,
            @RequestParam String reason,
            @RequestParam String bankReference,
            RedirectAttributes flash) {
        Bounce bounce = new Bounce(reason.strip(), bankReference.strip());
        return done(
                id,
                "bounced",
                attempts.refusalOf(() -> api.bouncePayout(payout, idempotencyKey, bounce)),
                flash);
    }

    private static String done(
            String id, String what, @Nullable Refusal refusal, RedirectAttributes flash) {
        if (refusal == null) {
            flash.addFlashAttribute("toast", "payouts.done." + what);
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        flash.addAttribute("id", id);
        return "redirect:/payouts/{id}";
    }

    private static boolean decides() {
        var visitor = Visit.current();
        return visitor != null && visitor.person().role() == Role.OPERATOR;
    }
}
