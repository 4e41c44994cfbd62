package org.consumptionaid.console.payment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.consumptionaid.console.market.FileTransfer;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A cooperative's month: what it earned and was paid, on the page and to take away. */
@Controller
@RequestMapping("/statements")
class StatementController {

    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");
    private static final int MONTHS_TO_CHOOSE = 12;

    private final MarketplaceApi api;
    private final FileTransfer files;
    private final Clock clock = Clock.system(BUSINESS);

    StatementController(MarketplaceApi api, FileTransfer files) {
        this.api = api;
        this.files = files;
    }

    @GetMapping
    String statement(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String organisation,
            Model model) {
        model.addAttribute("months", months());
        model.addAttribute("organisation", organisation);
        model.addAttribute("statement", api.settlementStatement(wanted(month), organisation));
        return "payment/statement";
    }

    @GetMapping("/xlsx")
    void xlsx(
            @RequestParam String month,
            @RequestParam(defaultValue = "") String organisation,
            HttpServletResponse response) {
        files.download(
                response,
                "/settlement-statement.xlsx?month={month}&organisation={organisation}",
                wanted(month),
                organisation);
    }

    @GetMapping("/pdf")
    void pdf(
            @RequestParam String month,
            @RequestParam(defaultValue = "") String organisation,
            HttpServletResponse response) {
        files.download(
                response,
                "/settlement-statement.pdf?month={month}&organisation={organisation}",
                wanted(month),
                organisation);
    }

    private List<String> months() {
        YearMonth now = YearMonth.now(clock);
        return Stream.iterate(now, month -> month.minusMonths(1))
                .limit(MONTHS_TO_CHOOSE)
                .map(YearMonth::toString)
                .toList();
    }

    /** This month if none is meant. */
    private String wanted(@Nullable String month) {
        try {
            return (month == null ? YearMonth.now(clock) : YearMonth.parse(month)).toString();
        } catch (DateTimeException _) {
            return YearMonth.now(clock).toString();
        }
    }
}
