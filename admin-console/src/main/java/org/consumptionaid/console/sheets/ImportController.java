package org.consumptionaid.console.sheets;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.market.Command.ImportChoice;
import org.consumptionaid.console.market.FileTransfer;
import org.consumptionaid.console.market.Import;
import org.consumptionaid.console.market.MarketplaceApi;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A cooperative's products in and out of spreadsheets. */
@Controller
@RequestMapping("/imports")
class ImportController {

    /** As the API takes; a larger file is not sent on to it. */
    private static final int MOST_MEGABYTES = 5;

    private final MarketplaceApi api;
    private final FileTransfer files;
    private final Attempts attempts;
    private final MessageSource messages;

    ImportController(
            MarketplaceApi api, FileTransfer files, Attempts attempts, MessageSource messages) {
        this.api = api;
        this.files = files;
        this.attempts = attempts;
        this.messages = messages;
    }

    @ModelAttribute("mostMegabytes")
    int mostMegabytes() {
        return MOST_MEGABYTES;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("imports", api.imports().items());
        return "sheets/imports";
    }

    @PostMapping
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam String idempotencyKey,
            Model model,
            HttpServletResponse response) {
        Import[] taken = new Import[1];
        Refusal refusal =
                tooLarge(file)
                        ? Refusal.of("file", say("import.too-large", MOST_MEGABYTES))
                        : attempts.refusalOf(() -> taken[0] = send(file, idempotencyKey));
        if (refusal == null) {
            return "redirect:/imports/" + taken[0].id();
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        return list(model);
    }

    @GetMapping("/template.xlsx")
    void template(HttpServletResponse response) {
        files.download(response, "/products/template.xlsx");
    }

    @GetMapping("/products.xlsx")
    void export(HttpServletResponse response) {
        files.download(response, "/cooperative/products.xlsx");
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("import", api.importOf(id));
        return "sheets/import";
    }

    /** How far it is; the whole page anew once it has come to an end. */
    @HxRequest
    @GetMapping("/{id}/progress")
    String progress(@PathVariable String id, Model model, HttpServletResponse response) {
        Import now = api.importOf(id);
        if (!now.working()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("import", now);
        return "sheets/import :: progress";
    }

    @GetMapping("/{id}/errors.xlsx")
    void errors(@PathVariable String id, HttpServletResponse response) {
        files.download(response, "/imports/{id}/errors.xlsx", id);
    }

    @PostMapping("/{id}/application")
    String apply(
            @PathVariable String id,
            @RequestParam String idempotencyKey,
            @RequestParam boolean goodRowsOnly,
            RedirectAttributes flash) {
        ImportChoice choice = new ImportChoice(goodRowsOnly);
        Refusal refusal = attempts.refusalOf(() -> api.applyImport(id, idempotencyKey, choice));
        if (refusal != null) {
            flash.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/imports/" + id;
    }

    private Import send(MultipartFile file, String idempotencyKey) {
        return files.upload(
                "/imports?fileName={name}",
                Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                idempotencyKey,
                file.getResource(),
                Import.class);
    }

    private static boolean tooLarge(MultipartFile file) {
        return file.getSize() > (long) MOST_MEGABYTES << 20;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
