package org.consumptionaid.console.shop;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxResponse;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.ReturnPath;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.Cart;
import org.consumptionaid.console.market.Command.PlaceOrder;
import org.consumptionaid.console.market.Command.Quantity;
import org.consumptionaid.console.market.Command.Request;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Purchase;
import org.consumptionaid.console.market.Requisition;
import org.consumptionaid.console.market.Role;
import org.consumptionaid.console.market.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cart, from the first package to the orders it becomes. */
@Controller
class CartController {

    private static final String CART_CHANGED = "cart-changed";

    private final MarketplaceApi api;
    private final Attempts attempts;

    CartController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping("/cart")
    String cart(Model model) {
        model.addAttribute("cart", api.cart());
        Visitor visitor = Visit.current();
        boolean unit = visitor != null && visitor.person().role() == Role.BUYER;
        model.addAttribute("unit", unit ? api.unit() : null);
        return "shop/cart";
    }

    @GetMapping("/cart/count")
    String count(Model model) {
        model.addAttribute("count", api.cart().quantity());
        return "shop/cart :: count";
    }

    @HxRequest
    @PostMapping("/cart/lines")
    String addInPlace(
            @RequestParam String productId,
            @RequestParam(required = false) @Nullable String quantity,
            Model model,
            HtmxResponse htmx) {
        model.addAttribute("refusal", add(productId, quantity));
        htmx.addTrigger(CART_CHANGED);
        return "shop/cart :: added";
    }

    @PostMapping("/cart/lines")
    String add(
            @RequestParam String productId,
            @RequestParam(required = false) @Nullable String quantity,
            @RequestParam(name = "return", required = false) @Nullable String back,
            RedirectAttributes flash) {
        Refusal refusal = add(productId, quantity);
        if (refusal == null) {
            flash.addFlashAttribute("toast", "cart.added");
        } else {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:" + (back == null ? "/cart" : ReturnPath.of(back).path());
    }

    private @Nullable Refusal add(String productId, @Nullable String typed) {
        return attempts.refusalOf(() -> {
            long more = Amounts.whole("quantity", typed);
            long had = api.cart().quantityOf(productId);
            api.putInCart(productId, new Quantity(Math.addExact(had, more)));
        });
    }

    @PostMapping("/cart/lines/{productId}")
    String change(
            @PathVariable String productId,
            @RequestParam(required = false) @Nullable String quantity,
            Model model,
            HtmxRequest part,
            HtmxResponse htmx) {
        model.addAttribute(
                "refusal",
                attempts.refusalOf(() ->
                        api.putInCart(
                                productId, new Quantity(Amounts.whole("quantity", quantity)))));
        return lines(api.cart(), model, part, htmx);
    }

    @PostMapping("/cart/lines/{productId}/removal")
    String remove(
            @PathVariable String productId, Model model, HtmxRequest part, HtmxResponse htmx) {
        long had = api.cart().quantityOf(productId);
        Cart cart = api.removeFromCart(productId);
        model.addAttribute("removed", had == 0 ? null : productId);
        model.addAttribute("removedQuantity", had);
        return lines(cart, model, part, htmx);
    }

    private static String lines(Cart cart, Model model, HtmxRequest part, HtmxResponse htmx) {
        model.addAttribute("cart", cart);
        htmx.addTrigger(CART_CHANGED);
        return part.isHtmxRequest() ? "shop/cart :: lines" : "shop/cart";
    }

    @PostMapping("/cart/orders")
    String placeOrder(
            @RequestParam String idempotencyKey,
            @RequestParam List<String> productId,
            @RequestParam List<Long> quantity,
            @RequestParam String terms,
            @RequestParam(required = false) @Nullable String deliverTo,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate deliverOn,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(defaultValue = "") String budgetLineId,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        PlaceOrder order =
                new PlaceOrder(
                        lines(productId, quantity),
                        terms,
                        deliverTo,
                        deliverOn,
                        note,
                        budgetLineId.isEmpty() ? null : budgetLineId);
        AtomicReference<@Nullable Purchase> purchase = new AtomicReference<>();
        Refusal refusal =
                attempts.refusalOf(() -> purchase.set(api.placeOrder(idempotencyKey, order)));
        Purchase placed = purchase.get();
        if (placed == null) {
            return again(refusal, model, response);
        }
        flash.addFlashAttribute("placed", placed);
        return placed.orders().size() == 1
                ? "redirect:/orders/" + placed.orders().getFirst().id()
                : "redirect:/orders";
    }

    @PostMapping("/cart/requisitions")
    String request(
            @RequestParam String idempotencyKey,
            @RequestParam List<String> productId,
            @RequestParam List<Long> quantity,
            @RequestParam String terms,
            @RequestParam(required = false) @Nullable String deliverTo,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate deliverOn,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String budgetLineId,
            Model model,
            HttpServletResponse response) {
        Request wanted =
                new Request(
                        purpose.strip(),
                        budgetLineId.isEmpty() ? null : budgetLineId,
                        lines(productId, quantity),
                        terms,
                        deliverTo,
                        deliverOn,
                        note);
        AtomicReference<@Nullable Requisition> made = new AtomicReference<>();
        Refusal refusal = attempts.refusalOf(() -> made.set(api.request(idempotencyKey, wanted)));
        Requisition draft = made.get();
        return draft == null
                ? again(refusal, model, response)
                : "redirect:/requisitions/" + draft.requisition().id();
    }

    private static List<PlaceOrder.Ordered> lines(List<String> products, List<Long> quantities) {
        return IntStream.range(0, Math.min(products.size(), quantities.size()))
                .mapToObj(i -> new PlaceOrder.Ordered(products.get(i), quantities.get(i)))
                .toList();
    }

    private String again(@Nullable Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(refusal == null ? 409 : refusal.status());
        model.addAttribute("refusal", refusal);
        return cart(model);
    }
}
