package org.consumptionaid.console.requisition;

import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.Reason;
import org.consumptionaid.console.market.Command.Reassign;
import org.consumptionaid.console.market.Command.Voice;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Requisition;
import org.consumptionaid.console.market.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requisitions from the draft to their orders. */
@Controller
@RequestMapping("/requisitions")
class RequisitionController {

    private final MarketplaceApi api;
    private final Attempts attempts;

    RequisitionController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("requisitions", api.requisitions(cursor));
        return "requisition/list";
    }

    @GetMapping("/{id}")
    String requisition(@PathVariable String id, Model model) {
        Requisition file = api.requisition(id);
        model.addAttribute("file", file);
        if (file.offers("REASSIGN")) {
            Unit unit = api.unit();
            model.addAttribute("approvers", unit.approvers());
        }
        return "requisition/file";
    }

    @PostMapping("/{id}/submission")
    String submit(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () -> api.submitRequisition(id, idempotencyKey),
                "requisition.submitted",
                id,
                flash);
    }

    @PostMapping("/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam boolean agrees,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        flash.addFlashAttribute("comment", comment);
        return then(
                () -> api.decideRequisition(id, idempotencyKey, new Voice(agrees, comment.strip())),
                agrees ? "requisition.agreed" : "requisition.refused",
                id,
                flash);
    }

    @PostMapping("/{id}/reassignment")
    String reassign(
            @PathVariable String id,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam String reason,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () ->
                        api.reassignRequisition(
                                id, idempotencyKey, new Reassign(from, to, reason.strip())),
                "requisition.reassigned",
                id,
                flash);
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () -> api.withdrawRequisition(id, idempotencyKey, new Reason(reason.strip())),
                "requisition.withdrawn",
                id,
                flash);
    }

    @PostMapping("/{id}/orders")
    String order(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return then(
                () -> api.orderRequisition(id, idempotencyKey), "requisition.ordered", id, flash);
    }

    private String then(Runnable act, String toast, String id, RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(act);
        if (refusal == null) {
            flash.addFlashAttribute("toast", toast);
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/requisitions/" + id;
    }
}
