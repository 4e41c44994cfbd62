package org.consumptionaid.console.order;

import com.google.zxing.WriterException;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.consumptionaid.console.frame.QrCode;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.FileTransfer;
import org.consumptionaid.console.market.LedgerEntry;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Order;
import org.consumptionaid.console.market.Payment;
import org.consumptionaid.console.market.Role;
import org.consumptionaid.console.market.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Shows orders: the list, and one with its money and its books. */
@Controller
class OrderController {

    private static final List<String> UNCOUNTED =
            List.of("DRAFT", "PLACED", "CANCELLED", "REJECTED");

    private final MarketplaceApi api;
    private final Flows flows;
    private final FileTransfer files;
    private final JsonMapper json;

    OrderController(MarketplaceApi api, Flows flows, FileTransfer files, JsonMapper json) {
        this.api = api;
        this.files = files;
        this.flows = flows;
        this.json = json;
    }

    @GetMapping("/orders")
    String orders(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            HttpServletResponse response) {
        list(state, cursor, model);
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return "order/orders";
    }

    @HxRequest
    @GetMapping(value = "/orders", params = "cursor")
    String moreOrders(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam String cursor,
            Model model) {
        list(state, cursor, model);
        return "order/orders :: more";
    }

    private void list(@Nullable String state, @Nullable String cursor, Model model) {
        String filter = state != null && Progress.ALL_STATES.contains(state) ? state : null;
        model.addAttribute("state", filter);
        model.addAttribute("states", Progress.ALL_STATES);
        model.addAttribute("orders", api.orders(filter, cursor));
    }

    @GetMapping("/orders/{id}")
    String order(@PathVariable String id, Model model) {
        Order order = api.order(id);
        model.addAttribute("order", order);
        model.addAttribute("corrects", corrects(order));
        model.addAttribute("steps", Progress.of(order));
        model.addAttribute("lots", api.lotsOf(id).items());
        model.addAttribute("complaints", api.complaintsOf(id).items());
        model.addAttribute("payments", api.payments(id).items());
        model.addAttribute("invoices", api.invoicesOf(id).items());
        model.addAttribute("contract", order.ofBudgetUnit() ? api.contract(id) : null);
        model.addAttribute("clock", api.paymentClock(id));
        List<LedgerEntry> entries = api.ledgerEntries(id).items();
        List<Flows.Flow> drawn = flows.of(order, entries);
        model.addAttribute("entries", entries);
        model.addAttribute("flows", drawn);
        model.addAttribute("flowsJson", json.writeValueAsString(drawn));
        return "order/order";
    }

    /** A buyer may say that it counts for another unit, once it counts for one. */
    private static boolean corrects(Order order) {
        Visitor visitor = Visit.current();
        return visitor != null
                && visitor.person().role() == Role.BUYER
                && !UNCOUNTED.contains(order.state());
    }

    @GetMapping("/orders/{id}/contract.pdf")
    void contract(@PathVariable String id, HttpServletResponse response) {
        files.download(response, "/orders/{id}/contract.pdf", id);
    }

    @GetMapping("/orders/{id}/audit.zip")
    void auditPackage(@PathVariable String id, HttpServletResponse response) {
        files.downloadPackage(response, "/orders/{id}/audit.zip", id);
    }

    /** What the payer scans; none any longer once the payment has an outcome. */
    @GetMapping("/orders/{id}/payments/{payment}/qr.svg")
    ResponseEntity<byte[]> code(@PathVariable String id, @PathVariable String payment)
            throws WriterException {
        for (Payment one : api.payments(id).items()) {
            if (one.id().equals(payment) && one.action() != null) {
                return QrCode.of(one.action().url());
            }
        }
        return ResponseEntity.notFound().build();
    }

    /** Asked again and again while a payment is open; then the whole page has changed. */
    @HxRequest
    @GetMapping("/orders/{id}/payments")
    String payments(@PathVariable String id, Model model, HttpServletResponse response) {
        List<Payment> payments = api.payments(id).items();
        if (payments.stream().noneMatch(Payment::open)) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("order", api.order(id));
        model.addAttribute("payments", payments);
        return "order/order :: payments";
    }
}
