package org.consumptionaid.console.payment;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.Command.Assignment;
import org.consumptionaid.console.market.Command.Bounce;
import org.consumptionaid.console.market.Command.Reason;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's work with bank statements: import, progress, deciding what is in doubt. */
@Controller
@RequestMapping("/reconciliation")
class ReconciliationController {

    private static final List<String> STATES =
            List.of("WAITING", "POSTED", "RETURNED", "SET_ASIDE");

    private final MarketplaceApi api;
    private final Attempts attempts;

    ReconciliationController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping
    String work(
            @RequestParam(defaultValue = "WAITING") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String shown = STATES.contains(state) ? state : STATES.getFirst();
        model.addAttribute("state", shown);
        model.addAttribute("states", STATES);
        model.addAttribute("banks", api.banks().items());
        model.addAttribute("statements", api.bankStatements().items());
        model.addAttribute("lines", api.bankLines(shown, cursor));
        model.addAttribute("decides", decides());
        return "payment/reconciliation";
    }

    /** Asked again while lines are looked at; then the whole page has changed. */
    @HxRequest
    @GetMapping("/progress")
    String progress(Model model, HttpServletResponse response) {
        var statements = api.bankStatements().items();
        if (statements.stream().allMatch(statement -> statement.unseen() == 0)) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("statements", statements);
        return "payment/reconciliation :: progress";
    }

    @PostMapping("/statements")
    String load(
            @RequestParam String idempotencyKey,
            @RequestParam String bank,
            @RequestParam MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        byte[] bytes = file.getBytes();
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return done(
                "imported",
                attempts.refusalOf(() -> api.importStatement(idempotencyKey, bank, name, bytes)),
                flash);
    }

    @PostMapping("/lines/{id}/assignment")
    String assign(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam List<String> orderId,
            @RequestParam List<String> amount,
            RedirectAttributes flash) {
        return done(
                "assigned",
                attempts.refusalOf(() ->
                        api.assignLine(id, idempotencyKey, new Assignment(parts(orderId, amount)))),
                flash);
    }

    /** For an order the list does not offer. */
    @PostMapping("/lines/{id}/order")
    String assignOrder(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String number,
            @RequestParam String amount,
            RedirectAttributes flash) {
        return done(
                "assigned",
                attempts.refusalOf(() -> {
                    long fen = Amounts.fen("amountFen", amount);
                    var part = new Assignment.Part(null, number.strip(), fen);
                    api.assignLine(id, idempotencyKey, new Assignment(List.of(part)));
                }),
                flash);
    }

    @PostMapping("/lines/{id}/return")
    String sendBack(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String reason,
            @RequestParam String bankReference,
            RedirectAttributes flash) {
        Bounce sentBack = new Bounce(reason.strip(), bankReference.strip());
        return done(
                "sent-back",
                attempts.refusalOf(() -> api.sendLineBack(id, idempotencyKey, sentBack)),
                flash);
    }

    @PostMapping("/lines/{id}/set-aside")
    String setAside(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return done(
                "set-aside",
                attempts.refusalOf(
                        () -> api.setLineAside(id, idempotencyKey, new Reason(reason.strip()))),
                flash);
    }

    @PostMapping("/lines/{id}/reversal")
    String takeBack(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return done(
                "taken-back",
                attempts.refusalOf(
                        () -> api.takeLineBack(id, idempotencyKey, new Reason(reason.strip()))),
                flash);
    }

    /** An order without an amount is none of them. */
    private static List<Assignment.Part> parts(List<String> orders, List<String> amounts) {
        List<Assignment.Part> parts = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            long fen = Amounts.fen("amountFen", amounts.get(i));
            if (fen > 0) {
                parts.add(new Assignment.Part(orders.get(i), null, fen));
            }
        }
        return parts;
    }

    private static String done(String what, @Nullable Refusal refusal, RedirectAttributes flash) {
        if (refusal == null) {
            flash.addFlashAttribute("toast", "reconciliation.done." + what);
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/reconciliation";
    }

    private static boolean decides() {
        var visitor = Visit.current();
        return visitor != null && visitor.person().role() == Role.OPERATOR;
    }
}
