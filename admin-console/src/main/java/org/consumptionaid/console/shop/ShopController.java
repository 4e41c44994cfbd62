package org.consumptionaid.console.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxResponse;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.ApiProblem;
import org.consumptionaid.console.market.CategoryTree;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.PriceHistory;
import org.consumptionaid.console.market.Product;
import org.consumptionaid.console.market.SearchResult;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** What anyone may look at: the home page, searches, products. */
@Controller
class ShopController {

    private static final int NEWEST_SHOWN = 8;
    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);

    private final MarketplaceApi api;
    private final Searches searches;
    private final Attempts attempts;
    private final ProductJsonLd jsonLd;
    private final PriceChart chart;
    private final JsonMapper json;

    ShopController(
            MarketplaceApi api,
            Searches searches,
            Attempts attempts,
            ProductJsonLd jsonLd,
            PriceChart chart,
            JsonMapper json) {
        this.api = api;
        this.searches = searches;
        this.attempts = attempts;
        this.jsonLd = jsonLd;
        this.chart = chart;
        this.json = json;
    }

    @GetMapping("/")
    String home(Model model) {
        SearchResult newest = searches.newest();
        model.addAttribute("categories", categories());
        model.addAttribute("total", newest == null ? 0 : newest.total());
        model.addAttribute(
                "newest",
                newest == null ? List.of() : newest.items().stream().limit(NEWEST_SHOWN).toList());
        return "shop/home";
    }

    @GetMapping("/products")
    String products(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "1") int pages,
            Model model,
            HttpServletResponse response) {
        Search search = Search.of(parameters, pages);
        model.addAttribute("search", search);
        Refusal refusal =
                attempts.refusalOf(() -> model.addAttribute("found", searches.upTo(search)));
        if (refusal != null) {
            response.setStatus(refusal.status());
            model.addAttribute("refusal", refusal);
        }
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return "shop/products";
    }

    @HxRequest
    @GetMapping(value = "/products", params = "cursor")
    String moreProducts(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam int pages,
            @RequestParam String cursor,
            Model model,
            HtmxResponse htmx) {
        Search search = Search.of(parameters, pages);
        model.addAttribute("search", search);
        model.addAttribute("found", searches.after(search, cursor));
        htmx.setReplaceUrl(search.url());
        return "shop/products :: more";
    }

    /** The options below a search box; none while the search does not work. */
    @HxRequest
    @GetMapping("/products/suggestions")
    String suggestions(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("suggestions", searches.suggestions(q));
        return "shop/suggestions :: options";
    }

    @GetMapping("/products/{id}")
    String product(@PathVariable String id, Model model) {
        Product product = api.product(id).getBody();
        if (product == null) {
            throw new IllegalStateException("a product without a body");
        }
        model.addAttribute("product", product);
        model.addAttribute("seasons", api.capacity(id).items());
        model.addAttribute("prices", api.offers(id));
        model.addAttribute("path", categories().path(product.category()));
        model.addAttribute("pictures", api.pictures(id).items());
        model.addAttribute("lots", api.latestLots(id).items());
        model.addAttribute("records", api.farmRecords(id).items());
        PriceHistory history = api.prices(id);
        model.addAttribute("history", history);
        model.addAttribute("priceLines", json.writeValueAsString(chart.of(history)));
        model.addAttribute("jsonLd", jsonLd.of(product));
        return "shop/product";
    }

    private CategoryTree categories() {
        return new CategoryTree(api.categories().items());
    }

    @GetMapping("/products/{id}/prices.csv")
    ResponseEntity<byte[]> prices(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("prices-" + id + ".csv")
                                .build()
                                .toString())
                .body(api.priceTable(id));
    }

    @GetMapping("/certificates")
    String certificates(@RequestParam(required = false) @Nullable String number) {
        return number == null || number.isBlank()
                ? "shop/certificate"
                : "redirect:/certificates/" + UriUtils.encodePathSegment(number.strip(), UTF_8);
    }

    @GetMapping("/certificates/{number}")
    String certificate(@PathVariable String number, Model model, HttpServletResponse response) {
        model.addAttribute("number", number);
        try {
            model.addAttribute("certificate", api.certificate(number));
        } catch (ApiProblem problem) {
            if (problem.status() != 404 && !problem.correctable()) {
                throw problem;
            }
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            model.addAttribute("unknown", true);
            model.addAttribute("mistyped", problem.correctable() ? problem.detail() : null);
        }
        return "shop/certificate";
    }
}
