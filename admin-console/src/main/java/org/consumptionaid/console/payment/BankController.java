package org.consumptionaid.console.payment;

import jakarta.servlet.http.HttpServletResponse;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Bank;
import org.consumptionaid.console.market.Command.KeepBank;
import org.consumptionaid.console.market.MarketplaceApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The platform's bank accounts and the mapping of each bank's columns; one form for both. */
@Controller
@RequestMapping("/reconciliation/banks")
class BankController {

    private static final Bank BLANK =
            new Bank(
                    "",
                    "",
                    "",
                    "",
                    "GB18030",
                    ",",
                    "yyyyMMdd",
                    "交易日期",
                    "贷方发生额",
                    "对方户名",
                    "对方账号",
                    "交易流水号",
                    "摘要",
                    null,
                    null,
                    0);

    private final MarketplaceApi api;
    private final Attempts attempts;

    BankController(MarketplaceApi api, Attempts attempts) {
        this.api = api;
        this.attempts = attempts;
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("bank", BLANK);
        return "payment/bank";
    }

    @GetMapping("/{code}")
    String edit(@PathVariable String code, Model model) {
        Bank bank =
                api.banks().items().stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElse(BLANK);
        model.addAttribute("bank", bank);
        return "payment/bank";
    }

    @PostMapping
    String keep(
            @RequestParam String code,
            @RequestParam long version,
            KeepBank form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Refusal refusal = attempts.refusalOf(() -> api.keepBank(code.strip(), etag(version), form));
        if (refusal == null) {
            flash.addFlashAttribute("toast", "bank.done");
            return "redirect:/reconciliation";
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        model.addAttribute("bank", typed(code, version, form));
        return "payment/bank";
    }

    private static String etag(long version) {
        return "\"" + version + "-0\"";
    }

    private static Bank typed(String code, long version, KeepBank form) {
        return new Bank(
                code,
                form.name(),
                form.accountHolder(),
                form.accountNumber(),
                form.charset(),
                form.delimiter(),
                form.dayPattern(),
                form.dayColumn(),
                form.amountColumn(),
                form.payerColumn(),
                form.payerAccountColumn(),
                form.referenceColumn(),
                form.purposeColumn(),
                form.directionColumn(),
                form.incomingWord(),
                version);
    }
}
