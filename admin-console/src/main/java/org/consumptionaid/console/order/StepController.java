package org.consumptionaid.console.order;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.Acceptance;
import org.consumptionaid.console.market.Command.CardPayment;
import org.consumptionaid.console.market.Command.CardRefund;
import org.consumptionaid.console.market.Command.ChangeOrder;
import org.consumptionaid.console.market.Command.LotTerms;
import org.consumptionaid.console.market.Command.PlaceOrder.Ordered;
import org.consumptionaid.console.market.Command.Reason;
import org.consumptionaid.console.market.Command.Refund;
import org.consumptionaid.console.market.Command.Remittance;
import org.consumptionaid.console.market.Command.Restocking;
import org.consumptionaid.console.market.Command.Shipment;
import org.consumptionaid.console.market.Command.SignContract;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes an order one step further, then shows it again: with what happened, or with the refusal and
 * what was typed. Each form carries the key that makes sending it twice harmless.
 */
@Controller
@RequestMapping("/orders/{id}")
class StepController {

    static final String ACCEPTED = "acceptedKg-";
    static final String SCALE = "weighedKg-";
    static final String REASON = "reason-";
    static final String PACKED = "packages-";
    static final String WANTED = "wanted-";
    static final String FIT = "fit-";

    private final MarketplaceApi api;
    private final Attempts attempts;

    StepController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @PostMapping("/confirmation")
    String confirm(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(id, "confirmed", () -> api.confirm(id, idempotencyKey), form, flash);
    }

    @PostMapping("/refusal")
    String refuse(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String reason,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(
                id,
                "refused",
                () -> api.refuse(id, idempotencyKey, new Reason(reason)),
                form,
                flash);
    }

    @PostMapping("/cancellation")
    String cancel(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String reason,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(
                id,
                "cancelled",
                () -> api.cancel(id, idempotencyKey, new Reason(reason)),
                form,
                flash);
    }

    /** The other order takes the place of this one and is shown. */
    @PostMapping("/change")
    String change(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam List<String> productId,
            HttpServletRequest form,
            RedirectAttributes flash) {
        AtomicReference<String> shown = new AtomicReference<>(id);
        step(
                id,
                "changed",
                () ->
                        shown.set(
                                api.change(
                                                id,
                                                idempotencyKey,
                                                new ChangeOrder(wanted(productId, form)))
                                        .id()),
                form,
                flash);
        return "redirect:/orders/" + shown.get();
    }

    /** None of a product that is no longer wanted. */
    private static List<Ordered> wanted(List<String> products, HttpServletRequest form) {
        return products.stream()
                .map(product ->
                        new Ordered(
                                product,
                                Amounts.whole(
                                        WANTED + product, form.getParameter(WANTED + product))))
                .filter(ordered -> ordered.quantity() != 0)
                .toList();
    }

    @PostMapping("/shipment")
    String ship(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") List<String> basis,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") List<Integer> line,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(
                id,
                "shipped",
                () ->
                        api.ship(
                                id,
                                idempotencyKey,
                                new Shipment(
                                        note, new LotTerms(basis, contact), packed(line, form))),
                form,
                flash);
    }

    /** A form without lines ships all that is left. */
    private static @Nullable List<Shipment.Packed> packed(
            List<Integer> lines, HttpServletRequest form) {
        if (lines.isEmpty()) {
            return null;
        }
        return lines.stream()
                .map(line ->
                        new Shipment.Packed(
                                line,
                                Amounts.whole(PACKED + line, form.getParameter(PACKED + line))))
                .filter(packed -> packed.quantity() != 0)
                .toList();
    }

    @PostMapping("/closing")
    String close(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String reason,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(
                id, "closed", () -> api.close(id, idempotencyKey, new Reason(reason)), form, flash);
    }

    @PostMapping("/acceptance")
    String accept(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam List<Integer> line,
            @RequestParam(required = false) @Nullable Integer shipment,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(
                id,
                "accepted",
                () -> api.accept(id, idempotencyKey, weighed(shipment, line, form)),
                form,
                flash);
    }

    private static Acceptance weighed(
            @Nullable Integer shipment, List<Integer> lines, HttpServletRequest form) {
        return new Acceptance(shipment, lines.stream().map(line -> weighed(line, form)).toList());
    }

    private static Acceptance.Weighed weighed(int line, HttpServletRequest form) {
        String scale = form.getParameter(SCALE + line);
        String reason = form.getParameter(REASON + line);
        return new Acceptance.Weighed(
                line,
                grams(ACCEPTED + line, form),
                scale == null || scale.isBlank() ? null : grams(SCALE + line, form),
                reason == null || reason.isBlank() ? null : reason.strip());
    }

    private static long grams(String field, HttpServletRequest form) {
        return Amounts.grams(field, form.getParameter(field));
    }

    @PostMapping("/restocking")
    String restock(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam List<Integer> line,
            @RequestParam int shipment,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(
                id,
                "restocked",
                () ->
                        api.restock(
                                id,
                                idempotencyKey,
                                new Restocking(shipment, fit(line, form), note.strip())),
                form,
                flash);
    }

    private static List<Restocking.Fit> fit(List<Integer> lines, HttpServletRequest form) {
        return lines.stream()
                .map(line ->
                        new Restocking.Fit(
                                line, Amounts.whole(FIT + line, form.getParameter(FIT + line))))
                .toList();
    }

    /** Signs the content that was shown. */
    @PostMapping("/contract/signatures")
    String signContract(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String content,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(
                id,
                "contract-signed",
                () -> api.signContract(id, idempotencyKey, new SignContract(content)),
                form,
                flash);
    }

    @PostMapping("/card-payments")
    String payByCard(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String paymentMethod,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(
                id,
                "card-sent",
                () -> api.payByCard(id, idempotencyKey, new CardPayment(paymentMethod)),
                form,
                flash);
    }

    @PostMapping("/remittances")
    String recordRemittance(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String amount,
            @RequestParam String payerName,
            @RequestParam String bankReference,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(
                id,
                "remittance-recorded",
                () ->
                        api.recordRemittance(
                                id,
                                idempotencyKey,
                                new Remittance(
                                        Amounts.fen("amountFen", amount),
                                        payerName.strip(),
                                        bankReference.strip())),
                form,
                flash);
    }

    @PostMapping("/refunds")
    String refund(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String amount,
            @RequestParam String bankReference,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(
                id,
                "refunded",
                () ->
                        api.refund(
                                id,
                                idempotencyKey,
                                new Refund(
                                        Amounts.fen("amountFen", amount), bankReference.strip())),
                form,
                flash);
    }

    @PostMapping("/card-refunds")
    String refundToCard(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String amount,
            HttpServletRequest form,
            RedirectAttributes flash) {
        return step(
                id,
                "card-refunded",
                () ->
                        api.refundToCard(
                                id,
                                idempotencyKey,
                                new CardRefund(Amounts.fen("amountFen", amount))),
                form,
                flash);
    }

    private String step(
            String id,
            String done,
            Runnable call,
            HttpServletRequest form,
            RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(call);
        if (refusal == null) {
            flash.addFlashAttribute("toast", "order.done." + done);
        } else {
            flash.addFlashAttribute("refusal", refusal);
            flash.addFlashAttribute("typed", typed(form));
        }
        flash.addAttribute("id", id);
        return "redirect:/orders/{id}";
    }

    private static Map<String, String> typed(HttpServletRequest form) {
        Map<String, String> typed = new HashMap<>();
        form.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
        typed.keySet().removeAll(List.of("_csrf", "idempotencyKey"));
        return typed;
    }
}
