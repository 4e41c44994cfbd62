package org.consumptionaid.console.payment;

import java.util.List;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.Command.Bundle;
import org.consumptionaid.console.market.Command.DeclarePayer;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.PaymentNote;
import org.consumptionaid.console.market.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for money, the note to pay by, and who else may pay. */
@Controller
class PaymentsController {

    private final MarketplaceApi api;
    private final Attempts attempts;

    PaymentsController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping("/payments")
    String payments(Model model) {
        model.addAttribute("payables", api.payables().items());
        boolean paysOrBooks = !isCooperative();
        model.addAttribute("declares", paysOrBooks);
        model.addAttribute(
                "declarations", paysOrBooks ? api.payerDeclarations().items() : List.of());
        return "payment/payments";
    }

    @GetMapping("/payment-notes/{code}")
    String note(@PathVariable String code, Model model) {
        model.addAttribute("note", api.paymentNote(code));
        return "payment/note";
    }

    @PostMapping("/payment-notes")
    String bundle(
            @RequestParam String idempotencyKey,
            @RequestParam(required = false) @Nullable List<String> orderId,
            RedirectAttributes flash) {
        List<String> orders = orderId == null ? List.of() : orderId;
        var note = new PaymentNote[1];
        Refusal refusal =
                attempts.refusalOf(() -> note[0] = api.bundle(idempotencyKey, new Bundle(orders)));
        if (refusal != null) {
            flash.addFlashAttribute("refusal", refusal);
            return "redirect:/payments";
        }
        flash.addAttribute("code", note[0].code());
        return "redirect:/payment-notes/{code}";
    }

    @PostMapping("/payments/declarations")
    String declare(
            @RequestParam String idempotencyKey,
            @RequestParam String payerName,
            @RequestParam String payerAccount,
            @RequestParam String reason,
            RedirectAttributes flash) {
        DeclarePayer declaration =
                new DeclarePayer(payerName.strip(), payerAccount.strip(), reason.strip());
        Refusal refusal = attempts.refusalOf(() -> api.declarePayer(idempotencyKey, declaration));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "declaration.done");
        } else {
            flash.addFlashAttribute("refusal", refusal);
            flash.addFlashAttribute("declaration", declaration);
        }
        return "redirect:/payments";
    }

    /** Who sells sees what is due, and not who pays for whom. */
    private static boolean isCooperative() {
        var visitor = Visit.current();
        return visitor != null && visitor.person().role() == Role.COOPERATIVE;
    }
}
