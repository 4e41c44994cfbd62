package org.consumptionaid.console.listing;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.CategoryTree;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Product;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A cooperative's products, one form for new ones and changes. */
@Controller
@RequestMapping("/listing")
class ListingController {

    static final int STALE_VERSION = 412;

    private final MarketplaceApi api;
    private final Attempts attempts;
    private final Formats format;

    ListingController(MarketplaceApi api, Attempts attempts, Formats format) {
        this.api = api;
        this.attempts = attempts;
        this.format = format;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("products", api.ownProducts(cursor));
        model.addAttribute("seasons", api.ownCapacity().items());
        return "listing/products";
    }

    @HxRequest
    @GetMapping(params = "cursor")
    String more(@RequestParam String cursor, Model model) {
        model.addAttribute("products", api.ownProducts(cursor));
        return "listing/products :: more";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(ProductForm.EMPTY, model);
    }

    @PostMapping
    String add(
            ProductForm form,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Refusal refusal = attempts.refusalOf(() -> api.addProduct(idempotencyKey, form.draft()));
        return refusal == null ? done("added", flash) : again(refusal, form, model, response);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable String id, Model model) {
        ResponseEntity<Product> current = api.product(id);
        Product product = body(current);
        model.addAttribute("product", product);
        model.addAttribute("etag", current.getHeaders().getETag());
        return form(ProductForm.of(product, format), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String id,
            @RequestParam String etag,
            ProductForm form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Refusal refusal = attempts.refusalOf(() -> api.changeProduct(id, etag, form.draft()));
        if (refusal == null) {
            return done("changed", flash);
        }
        model.addAttribute("product", body(api.product(id)));
        model.addAttribute("etag", etag);
        model.addAttribute("stale", refusal.status() == STALE_VERSION);
        return again(refusal, form, model, response);
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return switched(() -> api.withdraw(id, idempotencyKey), "withdrawn", flash);
    }

    @PostMapping("/{id}/listing")
    String listAgain(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            RedirectAttributes flash) {
        return switched(() -> api.listAgain(id, idempotencyKey), "listed", flash);
    }

    private String switched(Runnable call, String done, RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(call);
        if (refusal != null) {
            flash.addFlashAttribute("refusal", refusal);
            return "redirect:/listing";
        }
        return done(done, flash);
    }

    private static String done(String what, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", "listing.done." + what);
        return "redirect:/listing";
    }

    private String again(
            Refusal refusal, ProductForm form, Model model, HttpServletResponse response) {
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        return form(form, model);
    }

    private String form(ProductForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("categories", new CategoryTree(api.categories().items()));
        return "listing/form";
    }

    private static Product body(ResponseEntity<Product> answer) {
        Product product = answer.getBody();
        if (product == null) {
            throw new IllegalStateException("a product without a body");
        }
        return product;
    }
}
