package org.consumptionaid.console.complaint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Evidence;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.Decision;
import org.consumptionaid.console.market.Command.GoodsBack;
import org.consumptionaid.console.market.Complaint;
import org.consumptionaid.console.market.FileTransfer;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Complaints: the form of the buyer, and the file that every side answers in. */
@Controller
class ComplaintController {

    private final MarketplaceApi api;
    private final FileTransfer files;
    private final Evidence evidence;
    private final Attempts attempts;

    ComplaintController(
            MarketplaceApi api, FileTransfer files, Evidence evidence, Attempts attempts) {
        this.api = api;
        this.files = files;
        this.evidence = evidence;
        this.attempts = attempts;
    }

    @GetMapping("/complaints")
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("complaints", api.complaints(cursor));
        return "complaint/list";
    }

    @GetMapping("/orders/{id}/complaints/new")
    String blank(@PathVariable String id, Model model) {
        return form(api.order(id), ComplaintForm.EMPTY, model);
    }

    @PostMapping("/orders/{id}/complaints")
    String complain(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam String idempotencyKey,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Order order = api.order(id);
        Evidence.Kept kept = evidence.keep(file, idempotencyKey);
        ComplaintForm form = ComplaintForm.typed(request, order, kept.ids());
        Refusal refusal =
                kept.orTry(() ->
                        attempts.refusalOf(() ->
                                flash.addAttribute(
                                        "id",
                                        api.complain(id, idempotencyKey, form.command(order))
                                                .complaint()
                                                .id())));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "complaint.done.ASK");
            return "redirect:/complaints/{id}";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        return form(order, form, model);
    }

    @GetMapping("/complaints/{id}")
    String file(@PathVariable String id, Model model) {
        model.addAttribute("file", api.complaint(id));
        return "complaint/file";
    }

    @GetMapping("/complaints/{id}/credit-note.pdf")
    void creditNote(@PathVariable String id, HttpServletResponse response) {
        files.download(response, "/complaints/{id}/credit-note.pdf", id);
    }

    @PostMapping("/complaints/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam String action,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Decision decision = new Decision(action, Objects.requireNonNullElse(reason, ""));
        Refusal refusal =
                attempts.refusalOf(() -> api.decideComplaint(id, idempotencyKey, decision));
        model.addAttribute("reason", reason);
        return shown(id, action, refusal, model, flash, response);
    }

    @PostMapping("/complaints/{id}/receipt")
    String receive(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Complaint file = api.complaint(id);
        Refusal refusal =
                attempts.refusalOf(() ->
                        api.receiveGoodsBack(
                                id,
                                idempotencyKey,
                                new GoodsBack(
                                        file.lines().stream()
                                                .map(line -> arrived(line, request))
                                                .toList(),
                                        note.strip())));
        model.addAttribute("typed", typed(request));
        return shown(id, "RECEIVE", refusal, model, flash, response);
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
        return typed;
    }

    private static GoodsBack.Arrived arrived(Complaint.Line line, HttpServletRequest request) {
        String weight = "arrivedKg-" + line.line();
        String packages = "packages-" + line.line();
        String again = request.getParameter(packages);
        return new GoodsBack.Arrived(
                line.line(),
                Amounts.grams(weight, request.getParameter(weight)),
                again == null || again.isBlank() ? 0 : Amounts.whole(packages, again));
    }

    private String shown(
            String id,
            String action,
            @Nullable Refusal refusal,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (refusal == null) {
            flash.addAttribute("id", id);
            flash.addFlashAttribute("toast", "complaint.done." + action);
            return "redirect:/complaints/{id}";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        return file(id, model);
    }

    private static String form(Order order, ComplaintForm form, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("form", form);
        return "complaint/new";
    }
}
