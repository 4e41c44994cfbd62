package org.consumptionaid.console.books;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.market.Figures;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The published figures, for anyone. */
@Controller
class FiguresController {

    private final MarketplaceApi api;
    private final Formats format;
    private final JsonMapper json;

    FiguresController(MarketplaceApi api, Formats format, JsonMapper json) {
        this.api = api;
        this.format = format;
        this.json = json;
    }

    /** A bar of the chart. */
    record Bar(String name, long fen) {}

    @GetMapping("/figures")
    String figures(
            @RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM")
                    @Nullable YearMonth month,
            Model model) {
        Figures figures = api.figures(month == null ? null : month.toString());
        model.addAttribute("figures", figures);
        model.addAttribute("earlier", YearMonth.parse(figures.month()).minusMonths(1).toString());
        model.addAttribute("bars", json.writeValueAsString(bars(figures)));
        return "books/figures";
    }

    private List<Bar> bars(Figures figures) {
        return figures.nation().stream()
                .filter(row -> row.fen() != null)
                .map(row ->
                        new Bar(
                                format.word("measure", row.measure()),
                                Objects.requireNonNull(row.fen())))
                .toList();
    }
}
