package org.consumptionaid.console.kitchen;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.Command.AnswerRecall;
import org.consumptionaid.console.market.Command.OpenRecall;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Product;
import org.consumptionaid.console.market.Recall;
import org.consumptionaid.console.market.Role;
import org.consumptionaid.console.market.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recalls: opened by the cooperative or the operator, answered by whoever has the goods. */
@Controller
@RequestMapping("/recalls")
class RecallController {
    private final MarketplaceApi api;
    private final Attempts attempts;

    RecallController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    /**
     * @param product what is to be recalled; a cooperative may choose among its newest, too
     */
    @GetMapping
    String recalls(@RequestParam(required = false) @Nullable String product, Model model) {
        model.addAttribute("recalls", api.recalls().items());
        model.addAttribute("products", products(product));
        model.addAttribute("today", LocalDate.now(Formats.ZONE));
        return "kitchen/recalls";
    }

    private List<Product> products(@Nullable String product) {
        Role role = role();
        if (product != null && (role == Role.COOPERATIVE || role == Role.OPERATOR)) {
            return List.of(Objects.requireNonNull(api.product(product).getBody()));
        }
        return role == Role.COOPERATIVE ? api.ownProducts(null).items() : List.of();
    }

    private static Role role() {
        Visitor visitor = Visit.current();
        return visitor == null ? Role.OTHER : visitor.person().role();
    }

    @PostMapping
    String open(
            @RequestParam String productId,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam String reason,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        Recall[] opened = new Recall[1];
        Refusal refusal =
                attempts.refusalOf(() ->
                        opened[0] =
                                api.openRecall(
                                        idempotencyKey,
                                        new OpenRecall(productId, from, to, reason)));
        if (refusal != null) {
            flash.addFlashAttribute("refusal", refusal);
            flash.addAttribute("product", productId);
            return "redirect:/recalls";
        }
        flash.addFlashAttribute("toast", "recall.opened");
        return "redirect:/recalls/" + opened[0].id();
    }

    @GetMapping("/{id}")
    String recall(@PathVariable String id, Model model) {
        model.addAttribute("recall", api.recall(id));
        model.addAttribute("answers", role() == Role.CANTEEN || role() == Role.BUYER);
        return "kitchen/recall";
    }

    @PostMapping("/{id}/answer")
    String answer(
            @PathVariable String id,
            @RequestParam String note,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        Refusal refusal =
                attempts.refusalOf(
                        () -> api.answerRecall(id, idempotencyKey, new AnswerRecall(note)));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "recall.answered");
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/recalls/" + id;
    }
}
