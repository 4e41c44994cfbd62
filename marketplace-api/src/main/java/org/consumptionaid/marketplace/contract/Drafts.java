package org.consumptionaid.marketplace.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.contract.ContractContent.Line;
import org.consumptionaid.marketplace.contract.ContractContent.Party;
import org.consumptionaid.marketplace.contract.ContractStore.Parties;
import org.consumptionaid.marketplace.contract.ContractStore.Term;
import org.consumptionaid.marketplace.ordering.OrderLineView;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.ordering.Terms;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a contract says, from its order and the rules in force when that was placed. */
@Component
class Drafts {
    /** The letter of contract numbers (Gouxiao hetong); what follows is the order's. */
    static final char LETTER = 'G';

    private final ContractStore store;
    private final Rules rules;
    private final JsonMapper json;

    Drafts(ContractStore store, Rules rules, JsonMapper json) {
        this.store = store;
        this.rules = rules;
        this.json = json;
    }

    /** What a contract says, as data and as the text its digest is made of. */
    record Draft(ContractContent content, String text) {
        String digest() {
            return sha256(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    Mono<Draft> of(OrderView order) {
        return Mono.zip(store.parties(order.id()), store.terms(order.id()), figures(order))
                .map(found -> content(order, found.getT1(), found.getT2(), found.getT3()))
                .map(content -> new Draft(content, json.writeValueAsString(content)));
    }

    ContractContent read(String text) {
        return json.readValue(text, ContractContent.class);
    }

    /** An order's number with the letter of contracts. */
    static String number(String orderNumber) {
        return LETTER + orderNumber.substring(1);
    }

    static @Nullable String numberOrNone(@Nullable String orderNumber) {
        return orderNumber == null ? null : number(orderNumber);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Figures(long payment, long extension, long back, long less, long overdue) {}

    private Mono<Figures> figures(OrderView order) {
        boolean first = order.terms() == Terms.PAY_FIRST;
        Function<String, Mono<Long>> figure = code -> rules.inForce(code, order.placedAt());
        return Mono.zip(
                        figure.apply(first ? "payment.pay-first.days" : "payment.goods-first.days"),
                        first ? figure.apply("payment.pay-first.extension.days") : Mono.just(0L),
                        figure.apply("settlement.return-window.days"),
                        figure.apply("fulfilment.weight-tolerance"),
                        figure.apply("payment.overdue.daily-rate"))
                .map(found ->
                        new Figures(
                                found.getT1(),
                                found.getT2(),
                                found.getT3(),
                                found.getT4(),
                                found.getT5()));
    }

    private static ContractContent content(
            OrderView order, Parties parties, List<Term> terms, Figures figures) {
        Map<String, Term> byNumber =
                terms.stream().collect(Collectors.toMap(Term::number, Function.identity()));
        return new ContractContent(
                number(order.number()),
                parties.version(),
                numberOrNone(parties.replaces()),
                order.number(),
                BusinessDay.of(order.placedAt()),
                new Party(parties.buyerName(), parties.buyerCode()),
                new Party(parties.supplierName(), parties.supplierCode()),
                order.lines().stream()
                        .map(line -> line(line, byNumber.get(line.certificateNumber())))
                        .toList(),
                order.totalFen(),
                order.terms(),
                figures.payment(),
                figures.extension(),
                figures.back(),
                figures.less(),
                figures.overdue(),
                order.deliverTo(),
                order.deliverOn(),
                order.note());
    }

    private static Line line(OrderLineView line, @Nullable Term term) {
        return new Line(
                line.line(),
                line.name(),
                line.grade(),
                line.countyName(),
                line.unit(),
                line.unitGrams(),
                line.quantity(),
                line.priceFen(),
                line.totalFen(),
                line.certificateNumber(),
                day(term == null ? null : term.validFrom()),
                day(term == null ? null : term.validUntil()));
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : BusinessDay.of(at);
    }
}
