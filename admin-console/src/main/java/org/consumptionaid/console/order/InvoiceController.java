package org.consumptionaid.console.order;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Evidence;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.Invoice;
import org.consumptionaid.console.market.Command.ReplaceInvoice;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records invoices about an order: their files first, then what they say. */
@Controller
@RequestMapping("/orders/{id}/invoice")
class InvoiceController {

    /** What no file is called. */
    private static final String NO_FILE = "00000000-0000-0000-0000-000000000000";

    private final MarketplaceApi api;
    private final Evidence evidence;
    private final Attempts attempts;

    InvoiceController(MarketplaceApi api, Evidence evidence, Attempts attempts) {
        this.api = api;
        this.evidence = evidence;
        this.attempts = attempts;
    }

    @PostMapping
    String record(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam MultipartFile file,
            HttpServletRequest form,
            RedirectAttributes flash) {
        Evidence.Kept kept = evidence.keep(List.of(file), idempotencyKey);
        Refusal refusal =
                kept.orTry(() ->
                        attempts.refusalOf(
                                () -> api.invoice(id, idempotencyKey, invoice(form, first(kept)))));
        return show(id, refusal, "invoiced", form, flash);
    }

    /** The second file is that of the new invoice; there is none where nothing is left. */
    @PostMapping("/replacement")
    String replace(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam MultipartFile redFile,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest form,
            RedirectAttributes flash) {
        List<MultipartFile> files = file == null ? List.of(redFile) : List.of(redFile, file);
        Evidence.Kept kept = evidence.keep(files, idempotencyKey);
        Refusal refusal =
                kept.orTry(() ->
                        attempts.refusalOf(() ->
                                api.replaceInvoice(
                                        id,
                                        idempotencyKey,
                                        new ReplaceInvoice(
                                                red(form, first(kept)),
                                                text(form, "reason"),
                                                file == null ? null : invoice(form, last(kept))))));
        return show(id, refusal, "invoice-replaced", form, flash);
    }

    private static ReplaceInvoice.Red red(HttpServletRequest form, String attachment) {
        return new ReplaceInvoice.Red(
                text(form, "redNumber"),
                text(form, "redCode"),
                day(text(form, "redIssuedOn")),
                attachment);
    }

    private static Invoice invoice(HttpServletRequest form, String attachment) {
        return new Invoice(
                text(form, "number"),
                text(form, "code"),
                day(text(form, "issuedOn")),
                Amounts.fen("totalFen", text(form, "total")),
                Amounts.fen("taxFen", text(form, "tax")),
                attachment);
    }

    /** None of a form without a file: the API says which one it misses. */
    private static String first(Evidence.Kept kept) {
        return kept.ids().isEmpty() ? NO_FILE : kept.ids().getFirst();
    }

    private static String last(Evidence.Kept kept) {
        return kept.ids().size() < 2 ? NO_FILE : kept.ids().getLast();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null; // the API says that it is missing
        }
    }

    private static String text(HttpServletRequest form, String name) {
        String text = form.getParameter(name);
        return text == null ? "" : text.strip();
    }

    private static String show(
            String id,
            @Nullable Refusal refusal,
            String done,
            HttpServletRequest form,
            RedirectAttributes flash) {
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
