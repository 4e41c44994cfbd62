package org.consumptionaid.console.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.consumptionaid.console.market.ApiProblem;
import org.consumptionaid.console.market.Contract;
import org.consumptionaid.console.market.MarketplaceApi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriUtils;

/**
 * Whether a contract is in force, and whether a file is it: for anyone who has its number or its
 * code. The file is hashed here and kept nowhere.
 */
@Controller
class ContractCheckController {

    private final MarketplaceApi api;

    ContractCheckController(MarketplaceApi api) {
        this.api = api;
    }

    @GetMapping("/contracts")
    String contracts(@RequestParam(required = false) @Nullable String number) {
        return number == null || number.isBlank()
                ? "shop/contract"
                : "redirect:/contracts/" + UriUtils.encodePathSegment(number.strip(), UTF_8);
    }

    @GetMapping("/contracts/{number}")
    String contract(@PathVariable String number, Model model, HttpServletResponse response) {
        show(number, model, response);
        return "shop/contract";
    }

    @PostMapping("/contracts/{number}/check")
    String check(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String sha256,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Contract.Check contract = show(number, model, response);
        String asked =
                file == null || file.isEmpty()
                        ? sha256.replaceAll("\\s", "").toLowerCase(Locale.ROOT)
                        : hash(file);
        if (contract != null && !asked.isEmpty()) {
            model.addAttribute("asked", asked);
            model.addAttribute("same", asked.equals(contract.sha256()));
        }
        return "shop/contract";
    }

    private Contract.@Nullable Check show(
            String number, Model model, HttpServletResponse response) {
        model.addAttribute("number", number);
        try {
            Contract.Check contract = api.checkContract(number);
            model.addAttribute("contract", contract);
            return contract;
        } catch (ApiProblem problem) {
            if (problem.status() != HttpServletResponse.SC_NOT_FOUND && !problem.correctable()) {
                throw problem;
            }
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            model.addAttribute("unknown", true);
            model.addAttribute("mistyped", problem.correctable() ? problem.detail() : null);
            return null;
        }
    }

    private static String hash(MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
