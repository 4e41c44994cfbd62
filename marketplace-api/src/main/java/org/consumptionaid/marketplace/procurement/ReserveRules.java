package org.consumptionaid.marketplace.procurement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.ledger.NewPosting;
import org.consumptionaid.marketplace.procurement.ReserveRefusal.BudgetOfNoCanteen;
import org.consumptionaid.marketplace.procurement.ReserveRefusal.FiledBelowSpent;
import org.consumptionaid.marketplace.procurement.ReserveRefusal.PartnerMissing;
import org.consumptionaid.marketplace.procurement.ReserveRefusal.ShareTooLow;
import org.consumptionaid.marketplace.shared.Money;

/** Decides about the reserved share. Knows no database and no clock. */
final class ReserveRules {
    private static final long WHOLE = 10_000;
    private static final int MONTHS = 12;

    /** Fewer orders say nothing about a year's seasons. */
    private static final int LEAST_ORDERS = 8;

    /** A twentieth: a year of which less is over cannot be told by its seasons. */
    private static final int LEAST_PART = 20;

    private ReserveRules() {}

    /**
     * What a filing reserves: the share of the food budget, half a fen up.
     *
     * @param least share by the rule in force, in basis points
     * @param spentFen committed, accepted and counted of the year
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link ShareTooLow}, {@link
     *     PartnerMissing}, {@link BudgetOfNoCanteen}, {@link FiledBelowSpent}
     */
    static Money reserved(FilingForm form, long least, long before, long spentFen) {
        if (form.canteen().needsPartner() && form.partnerOrNone().isEmpty()) {
            throw new PartnerMissing().asException();
        }
        if (!form.canteen().hasBudget() && form.foodBudgetFen() > 0) {
            throw new BudgetOfNoCanteen().asException();
        }
        if (form.foodBudgetFen() > 0 && form.shareBasisPoints() < least) {
            throw new ShareTooLow(least).asException();
        }
        Money reserved = new Money(form.foodBudgetFen()).share(form.shareBasisPoints(), WHOLE);
        if (reserved.fen() < before && reserved.fen() < spentFen) {
            throw new FiledBelowSpent(spentFen).asException();
        }
        return reserved;
    }

    /** The postings that bring an order from one position to another; none if nothing moves. */
    static List<NewPosting> move(Position before, Position after) {
        Map<String, Long> sums = new LinkedHashMap<>();
        Map<String, UUID> owners = new HashMap<>();
        add(sums, owners, before, before.stage(), -before.fen());
        add(sums, owners, before, Stage.NONE, before.fen());
        add(sums, owners, after, Stage.NONE, -after.fen());
        add(sums, owners, after, after.stage(), after.fen());
        List<NewPosting> postings = new ArrayList<>();
        sums.forEach((account, fen) -> {
            if (fen != 0) {
                postings.add(new NewPosting(account, owners.get(account), fen));
            }
        });
        return postings;
    }

    /**
     * What the year will come to if it goes on as it began. Months weigh what they weighed last
     * year, if enough was ordered then to say so and enough of it by now, and the same otherwise.
     *
     * @param year fen ordered in each of the months so far, January first
     * @param last the same of the year before, all of it
     * @param month the present one, 1 to 12
     * @param elapsed of the present month, in basis points
     */
    static long projected(
            List<Long> year, List<Long> last, long lastOrders, int month, long elapsed) {
        Weight seasons = Weight.of(last, month, elapsed);
        Weight weight =
                lastOrders >= LEAST_ORDERS && seasons.soFar() >= seasons.ofAll() / LEAST_PART
                        ? seasons
                        : Weight.of(Collections.nCopies(MONTHS, 1L), month, elapsed);
        Money sofar = new Money(year.stream().mapToLong(Long::longValue).sum());
        return weight.soFar() == 0
                ? sofar.fen()
                : Math.max(sofar.fen(), sofar.share(weight.ofAll(), weight.soFar()).fen());
    }

    /** How much of a year is over, and of how much. */
    private record Weight(long soFar, long ofAll) {
        static Weight of(List<Long> months, int month, long elapsed) {
            long soFar = 0;
            long ofAll = 0;
            for (int i = 0; i < MONTHS; i++) {
                ofAll += months.get(i) * WHOLE;
                soFar += months.get(i) * (i < month - 1 ? WHOLE : i == month - 1 ? elapsed : 0);
            }
            return new Weight(soFar, ofAll);
        }
    }

    private static void add(
            Map<String, Long> sums, Map<String, UUID> owners, Position at, Stage stage, long fen) {
        sums.merge(at.account(stage), fen, Long::sum);
        owners.put(at.account(stage), at.unitId());
    }
}
