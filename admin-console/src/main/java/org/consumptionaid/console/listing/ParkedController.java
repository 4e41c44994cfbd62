package org.consumptionaid.console.listing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.CategoryTree;
import org.consumptionaid.console.market.Command.Replay;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Product;
import org.consumptionaid.console.market.Role;
import org.consumptionaid.console.market.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Products the search index refused: what it said, the form that corrects them, one more try. */
@Controller
@RequestMapping("/parked")
class ParkedController {

    private final MarketplaceApi api;
    private final Attempts attempts;
    private final Formats format;

    ParkedController(MarketplaceApi api, Attempts attempts, Formats format) {
        this.api = api;
        this.attempts = attempts;
        this.format = format;
    }

    /** The auditor sees all of it and changes nothing. */
    @ModelAttribute("mayCorrect")
    boolean mayCorrect() {
        Visitor visitor = Visit.current();
        return visitor != null && visitor.person().role() == Role.OPERATOR;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("parked", api.parked(cursor));
        return "listing/parked";
    }

    @PostMapping("/replay")
    String replay(
            @RequestParam String idempotencyKey,
            @RequestParam(required = false) @Nullable String productId,
            RedirectAttributes flash) {
        Replay wanted = new Replay(productId == null ? null : List.of(productId));
        Refusal refusal = attempts.refusalOf(() -> api.replayParked(idempotencyKey, wanted));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "parked.done.replayed");
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/parked";
    }

    @GetMapping("/{id}")
    String edit(@PathVariable String id, Model model) {
        ResponseEntity<Product> current = api.product(id);
        Product product = Objects.requireNonNull(current.getBody());
        model.addAttribute("etag", current.getHeaders().getETag());
        return form(product, ProductForm.of(product, format), model);
    }

    @PostMapping("/{id}")
    String correct(
            @PathVariable String id,
            @RequestParam String etag,
            ProductForm form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Refusal refusal = attempts.refusalOf(() -> api.correctParked(id, etag, form.draft()));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "parked.done.corrected");
            return "redirect:/parked";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        model.addAttribute("etag", etag);
        model.addAttribute("stale", refusal.status() == ListingController.STALE_VERSION);
        return form(Objects.requireNonNull(api.product(id).getBody()), form, model);
    }

    private String form(Product product, ProductForm form, Model model) {
        model.addAttribute("base", "/parked");
        model.addAttribute("product", product);
        model.addAttribute("form", form);
        model.addAttribute("categories", new CategoryTree(api.categories().items()));
        return "listing/form";
    }
}
