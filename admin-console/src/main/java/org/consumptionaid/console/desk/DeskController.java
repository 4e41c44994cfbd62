package org.consumptionaid.console.desk;

import java.util.List;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.OrderSummary;
import org.consumptionaid.console.market.Person;
import org.consumptionaid.console.market.Role;
import org.consumptionaid.console.market.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** Where each role starts its day. */
@Controller
class DeskController {

    private static final int ORDERS_SHOWN = 5;

    private static final List<String> BUYER_STATES =
            List.of("SHIPPED", "ACCEPTED", "INVOICED", "CONFIRMED", "PLACED");
    private static final List<String> COOPERATIVE_STATES =
            List.of("PLACED", "CONFIRMED", "ACCEPTED");

    private final MarketplaceApi api;
    private final JsonMapper json;

    DeskController(MarketplaceApi api, JsonMapper json) {
        this.api = api;
        this.json = json;
    }

    /** The newest orders of a state that wait for the reader, {@code more} if there are others. */
    record Work(String state, List<OrderSummary> orders, boolean more) {}

    @GetMapping("/home")
    String home(Model model) {
        Visitor visitor = Visit.current();
        if (visitor == null) {
            return "redirect:/";
        }
        Person person = visitor.person();
        model.addAttribute("person", person);
        return switch (person.role()) {
            case BUYER -> budgetUnit(model);
            case CANTEEN -> canteen(model);
            case COOPERATIVE -> cooperative(model);
            case OPERATOR -> operator(model);
            case AUDITOR -> supervision(model);
            case COUNTY_REVIEWER, PROVINCE_REVIEWER -> reviewer(person, model);
            case EDUCATION_BUREAU, OTHER -> observer(person, model);
        };
    }

    private String budgetUnit(Model model) {
        model.addAttribute("year", api.fiscalYear());
        model.addAttribute("requisitions", api.waitingRequisitions().items());
        return buyer(model);
    }

    private String buyer(Model model) {
        model.addAttribute("work", work(BUYER_STATES));
        model.addAttribute("complaints", api.openComplaints().items());
        model.addAttribute("cart", api.cart());
        model.addAttribute(
                "recalls",
                api.recalls().items().stream()
                        .filter(recall -> recall.answeredAt() == null)
                        .toList());
        return "desk/buyer";
    }

    private String canteen(Model model) {
        model.addAttribute("need", api.need(null));
        model.addAttribute(
                "incidents",
                api.incidents().items().stream()
                        .filter(incident -> incident.reportedAt() == null)
                        .toList());
        return buyer(model);
    }

    private String cooperative(Model model) {
        model.addAttribute("work", work(COOPERATIVE_STATES));
        model.addAttribute("complaints", api.openComplaints().items());
        model.addAttribute("products", api.ownProducts(null));
        model.addAttribute("benefits", api.benefits().items());
        model.addAttribute("waiting", api.waitingCertifications().items());
        return "desk/cooperative";
    }

    private String operator(Model model) {
        model.addAttribute("registrations", api.registrations("WAITING", null));
        model.addAttribute("complaints", api.openComplaints().items());
        return supervision(model);
    }

    private String supervision(Model model) {
        var today = api.today();
        model.addAttribute("today", today);
        model.addAttribute("chart", json.writeValueAsString(today.last14Days()));
        return "desk/supervision";
    }

    private String reviewer(Person person, Model model) {
        model.addAttribute("waiting", api.waitingCertifications().items());
        return observer(person, model);
    }

    private String observer(Person person, Model model) {
        boolean everywhere = person.countyCode() == null || person.role() == Role.PROVINCE_REVIEWER;
        List<String> counties = everywhere ? List.of() : List.of(person.countyCode());
        model.addAttribute("county", everywhere ? null : person.countyCode());
        model.addAttribute("found", api.search(newestOf(counties)));
        return "desk/observer";
    }

    private static MultiValueMap<String, String> newestOf(List<String> counties) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("sort", "newest");
        parameters.addAll("county", counties);
        return parameters;
    }

    private List<Work> work(List<String> states) {
        return states.stream().map(this::work).toList();
    }

    private Work work(String state) {
        var page = api.orders(state, null);
        return new Work(
                state,
                page.items().stream().limit(ORDERS_SHOWN).toList(),
                page.items().size() > ORDERS_SHOWN || page.next() != null);
    }

    @GetMapping("/benefits")
    String benefits(Model model) {
        model.addAttribute("benefits", api.benefits().items());
        return "desk/benefits";
    }
}
