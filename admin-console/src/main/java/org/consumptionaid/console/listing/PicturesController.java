package org.consumptionaid.console.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.consumptionaid.console.frame.Attempts;
import org.consumptionaid.console.frame.Refusal;
import org.consumptionaid.console.frame.UploadedFile;
import org.consumptionaid.console.market.Command.PictureOrder;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Picture;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** A product's pictures: added, put in order, removed. */
@Controller
@RequestMapping("/listing/{id}/pictures")
class PicturesController {

    private static final int MOST_PICTURES = 6;

    private final MarketplaceApi api;
    private final UploadedFile uploads;
    private final Attempts attempts;

    PicturesController(MarketplaceApi api, UploadedFile uploads, Attempts attempts) {
        this.api = api;
        this.uploads = uploads;
        this.attempts = attempts;
    }

    @GetMapping
    String pictures(@PathVariable String id, Model model) {
        return page(id, "", model);
    }

    @PostMapping
    String add(
            @PathVariable String id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String alt,
            @RequestParam String idempotencyKey,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        String path = "/products/" + UriUtils.encodePathSegment(id, UTF_8) + "/pictures?alt={name}";
        Refusal refusal =
                uploads.refusalOf(file, path, alt, idempotencyKey, JsonNode.class, _ -> {});
        if (refusal == null) {
            return done(id, "picture.added", flash);
        }
        response.setStatus(refusal.status());
        model.addAttribute("refusal", refusal);
        return page(id, alt, model);
    }

    /** Moves a picture one place to the front. */
    @PostMapping("/{pictureId}/forward")
    String forward(
            @PathVariable String id, @PathVariable String pictureId, RedirectAttributes flash) {
        List<String> ids =
                new ArrayList<>(api.pictures(id).items().stream().map(Picture::id).toList());
        int place = ids.indexOf(pictureId);
        if (place > 0) {
            Collections.swap(ids, place, place - 1);
        }
        return tried(
                () -> api.orderPictures(id, new PictureOrder(ids)), id, "picture.moved", flash);
    }

    @PostMapping("/{pictureId}/removal")
    String remove(
            @PathVariable String id, @PathVariable String pictureId, RedirectAttributes flash) {
        return tried(() -> api.removePicture(id, pictureId), id, "picture.removed", flash);
    }

    private String tried(Runnable step, String id, String toast, RedirectAttributes flash) {
        Refusal refusal = attempts.refusalOf(step);
        if (refusal == null) {
            return done(id, toast, flash);
        }
        flash.addFlashAttribute("refusal", refusal);
        return back(id);
    }

    private static String done(String id, String toast, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", toast);
        return back(id);
    }

    private static String back(String id) {
        return "redirect:/listing/" + UriUtils.encodePathSegment(id, UTF_8) + "/pictures";
    }

    private String page(String id, String alt, Model model) {
        List<Picture> pictures = api.pictures(id).items();
        model.addAttribute("product", api.product(id).getBody());
        model.addAttribute("pictures", pictures);
        model.addAttribute("room", pictures.size() < MOST_PICTURES);
        model.addAttribute("most", MOST_PICTURES);
        model.addAttribute("alt", alt);
        return "listing/pictures";
    }
}
