package org.consumptionaid.marketplace.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.consumptionaid.marketplace.catalog.ProductForm;
import org.consumptionaid.marketplace.catalog.ProductView;
import org.consumptionaid.marketplace.pricing.Ceilings;
import org.consumptionaid.marketplace.pricing.PricingRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holds the prices of good rows that give no reason against the ceiling. */
@Component
class PriceCheck {
    private final Ceilings ceilings;

    PriceCheck(Ceilings ceilings) {
        this.ceilings = ceilings;
    }

    /** The same rows; those whose price needs a reason are bad. */
    Mono<List<CheckedRow>> judge(List<CheckedRow> rows, Known known) {
        List<CheckedRow> asked = rows.stream().filter(row -> isAsked(row, known)).toList();
        return asked.isEmpty()
                ? Mono.just(rows)
                : ceilings.refusals(asked.stream().map(row -> form(row).priced()).toList())
                        .map(refusals -> marked(rows, asked, refusals));
    }

    private static boolean isAsked(CheckedRow row, Known known) {
        if (row.draft() == null || row.draft().form().priceReason() != null) {
            return false;
        }
        ProductView present = row.draft().id() == null ? null : known.product(row.draft().id());
        return present == null
                || !ProductForm.of(present).priced().equals(row.draft().form().priced());
    }

    private static List<CheckedRow> marked(
            List<CheckedRow> rows,
            List<CheckedRow> asked,
            List<Optional<PricingRefusal>> refusals) {
        Map<Integer, PricingRefusal> byRow = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            int number = asked.get(i).number();
            refusals.get(i).ifPresent(refusal -> byRow.put(number, refusal));
        }
        return rows.stream().map(row -> marked(row, byRow.get(row.number()))).toList();
    }

    private static CheckedRow marked(CheckedRow row, @Nullable PricingRefusal refusal) {
        if (refusal == null) {
            return row;
        }
        List<Wrong> wrongs = new ArrayList<>(row.wrongs());
        wrongs.add(
                Wrong.of(Column.PRICE, "above-ceiling", refusal.problem().arguments().toArray()));
        return new CheckedRow(row.number(), CheckedRow.Outcome.BAD, row.keys(), null, wrongs);
    }

    private static ProductForm form(CheckedRow row) {
        return Objects.requireNonNull(row.draft()).form();
    }
}
