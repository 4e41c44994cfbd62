package org.consumptionaid.console.certification;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Evidence;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.Visit;
import org.consumptionaid.console.market.CategoryTree;
import org.consumptionaid.console.market.Certification;
import org.consumptionaid.console.market.Command.Decision;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Applications and certificates of those they concern. */
@Controller
@RequestMapping("/certifications")
class CertificationController {

    private final MarketplaceApi api;
    private final Evidence evidence;
    private final Attempts attempts;
    private final Formats format;
    private final Clock clock;

    CertificationController(
            MarketplaceApi api, Evidence evidence, Attempts attempts, Formats format, Clock clock) {
        this.clock = clock;
        this.api = api;
        this.evidence = evidence;
        this.attempts = attempts;
        this.format = format;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("certifications", api.certifications(cursor));
        model.addAttribute("applies", applies());
        return "certification/list";
    }

    @GetMapping("/new")
    String blank(@RequestParam(required = false) @Nullable String renews, Model model) {
        return form(renews == null ? CertificationForm.EMPTY : renewal(renews), model);
    }

    @PostMapping
    String apply(
            CertificationForm typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Evidence.Kept kept = evidence.keep(file, idempotencyKey);
        CertificationForm form = typed.with(kept.ids());
        Refusal refusal =
                kept.orTry(() ->
                        attempts.refusalOf(() ->
                                flash.addAttribute(
                                        "id", api.certify(idempotencyKey, form.draft()).id())));
        if (refusal == null) {
            return done("applied", flash);
        }
        refused(refusal, model, response);
        return form(form, model);
    }

    @GetMapping("/{id}")
    String file(@PathVariable String id, Model model) {
        Certification file = api.certification(id);
        return file(file, CertificationForm.of(file, format), model);
    }

    @PostMapping("/{id}/resubmission")
    String resubmit(
            @PathVariable String id,
            CertificationForm typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Certification current = api.certification(id);
        Evidence.Kept kept = evidence.keep(file, idempotencyKey);
        CertificationForm form = typed.with(kept.ids());
        Refusal refusal =
                kept.orTry(() ->
                        attempts.refusalOf(() ->
                                api.resubmitCertification(
                                        id, idempotencyKey, form.draft().of(current.kind()))));
        if (refusal == null) {
            flash.addAttribute("id", id);
            return done("resubmitted", flash);
        }
        refused(refusal, model, response);
        return file(current, form, model);
    }

    @PostMapping("/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam String action,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Decision decision = new Decision(action, Objects.requireNonNullElse(reason, ""));
        Refusal refusal =
                attempts.refusalOf(() -> api.decideCertification(id, idempotencyKey, decision));
        if (refusal == null) {
            flash.addAttribute("id", id);
            return done("decided", flash);
        }
        refused(refusal, model, response);
        model.addAttribute("reason", reason);
        return file(id, model);
    }

    private CertificationForm renewal(String id) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Formats.ZONE);
        return CertificationForm.renewal(api.certification(id), format, today);
    }

    private static void refused(Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
    }

    private static String done(String what, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", "certification.done." + what);
        return "redirect:/certifications/{id}";
    }

    private String form(CertificationForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("rows", CertificationForm.SEASONS);
        model.addAttribute("categories", new CategoryTree(api.categories().items()));
        return "certification/form";
    }

    private String file(Certification file, CertificationForm form, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("form", form);
        model.addAttribute("rows", CertificationForm.SEASONS);
        model.addAttribute("corrects", applies() && file.phase().equals("RETURNED"));
        model.addAttribute("renews", applies() && file.renewable());
        return "certification/file";
    }

    private static boolean applies() {
        var visitor = Visit.current();
        return visitor != null && visitor.person().role() == Role.COOPERATIVE;
    }
}
