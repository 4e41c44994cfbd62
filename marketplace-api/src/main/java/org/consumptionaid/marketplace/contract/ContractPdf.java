package org.consumptionaid.marketplace.contract;

import static org.consumptionaid.marketplace.shared.Paper.amount;
import static org.consumptionaid.marketplace.shared.Paper.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.contract.ContractContent.Line;
import org.consumptionaid.marketplace.ordering.Terms;
import org.consumptionaid.marketplace.shared.Paper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * A contract on paper, from the template {@code contract/contract.html}; in Chinese, whoever asks.
 * Blocks; call it where that is allowed.
 */
@Component
class ContractPdf {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String TEMPLATE = read("contract/contract.html");
    private static final int GRAM_DIGITS = 3;
    private static final int PERCENT_DIGITS = 2;

    private final String checks;

    ContractPdf(@Value("${marketplace.console-url}") String consoleUrl) {
        this.checks = consoleUrl.replaceAll("/+$", "") + "/contracts/";
    }

    /** Marked as a draft while nobody has signed it. */
    byte[] write(ContractContent contract, boolean draft) {
        Map<String, String> texts = texts(contract);
        texts.put("draft", draft ? "（草稿，未签署）" : "");
        texts.put("order", contract.orderNumber());
        texts.replaceAll((_, text) -> Paper.text(text));
        texts.put(
                "lines",
                contract.lines().stream().map(ContractPdf::row).collect(Collectors.joining()));
        texts.put("code", CheckCode.of(checks + contract.number()));
        return Paper.pdf(
                PLACE.matcher(TEMPLATE)
                        .replaceAll(place ->
                                Matcher.quoteReplacement(
                                        Objects.requireNonNull(texts.get(place.group(1))))));
    }

    private Map<String, String> texts(ContractContent contract) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("number", contract.number());
        texts.put("version", Integer.toString(contract.version()));
        texts.put("orderedOn", contract.orderedOn().toString());
        String replaces = contract.replaces();
        texts.put("replaces", replaces == null ? "" : "本合同取代 " + replaces + "，该合同作废。");
        texts.put("buyer", contract.buyer().name());
        texts.put("buyerCode", Objects.requireNonNullElse(contract.buyer().creditCode(), "—"));
        texts.put("supplier", contract.supplier().name());
        texts.put(
                "supplierCode", Objects.requireNonNullElse(contract.supplier().creditCode(), "—"));
        texts.put("total", Paper.yuan(contract.totalFen()));
        texts.put("deliverTo", contract.deliverTo().isEmpty() ? "甲方所在地" : contract.deliverTo());
        texts.put(
                "deliverOn",
                contract.deliverOn() == null ? "由双方商定" : contract.deliverOn().toString());
        texts.put("note", contract.note().isEmpty() ? "" : "备注：" + contract.note());
        texts.put("lessWeight", percent(contract.lessWeight()) + "%");
        texts.put("returnDays", Long.toString(contract.returnDays()));
        texts.put("payment", payment(contract));
        texts.put("overdueRate", "万分之" + contract.overdueRate());
        texts.put("address", checks + contract.number());
        return texts;
    }

    private static String payment(ContractContent contract) {
        return contract.terms() == Terms.PAY_FIRST
                ? "先款后货：乙方确认订单之日起 %d 日内付款，可以延长一次，延长 %d 日。"
                        .formatted(contract.paymentDays(), contract.extensionDays())
                : "先货后款：自交付之日起 %d 日内付款。".formatted(contract.paymentDays());
    }

    private static String row(Line line) {
        String kilograms = plain(line.unitGrams(), GRAM_DIGITS);
        String until =
                line.validFrom() == null || line.validUntil() == null
                        ? ""
                        : " " + line.validFrom() + " 至 " + line.validUntil();
        return "<tr>"
                + cell(Integer.toString(line.line()))
                + cell((line.name() + " " + line.grade()).strip())
                + cell(line.origin())
                + cell(line.quantity() + " " + line.unit() + "，每" + line.unit() + kilograms + " kg")
                + amount(line.priceFen())
                + amount(line.totalFen())
                + cell(line.certificate() + until)
                + "</tr>";
    }

    private static String percent(long basisPoints) {
        return plain(basisPoints, PERCENT_DIGITS);
    }

    private static String plain(long value, int digits) {
        return BigDecimal.valueOf(value, digits).stripTrailingZeros().toPlainString();
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
