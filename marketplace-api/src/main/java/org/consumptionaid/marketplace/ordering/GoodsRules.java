package org.consumptionaid.marketplace.ordering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.LinesMissing;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.MoreThanLeft;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.MoreThanRefused;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.MoreThanShipped;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.NothingComingHome;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.NothingUnderWay;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.ReasonMissing;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.RefusedLinesMissing;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.ShipmentUnnamed;
import org.jspecify.annotations.Nullable;

/** Decides what leaves and what is accepted. Knows no database and no clock. */
final class GoodsRules {
    /** Basis points of a whole. */
    private static final long WHOLE = 10_000;

    private GoodsRules() {}

    /**
     * The next shipment; of all that is left if no line is named. A line named twice leaves with
     * the sum.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link MoreThanLeft}
     */
    static List<LineWeight> pack(Goods goods, List<PackedLine> wanted) {
        Map<Integer, Long> packages = new TreeMap<>();
        wanted.forEach(one -> packages.merge(one.line(), one.quantity(), Long::sum));
        List<LineWeight> packed = new ArrayList<>();
        for (OrderLineView line : goods.lines()) {
            long left = goods.packagesLeft(line);
            Long named = packages.remove(line.line());
            long leaves = wanted.isEmpty() ? left : named == null ? 0 : named;
            if (leaves > left) {
                throw new MoreThanLeft(line.line(), left).asException();
            }
            if (leaves > 0) {
                packed.add(entry(line, goods.nextShipment(), WeightKind.SHIPPED, leaves));
            }
        }
        packages.keySet()
                .forEach(unknown -> {
                    throw new MoreThanLeft(unknown, 0).asException();
                });
        return packed;
    }

    /** All that has not left, as never to leave. */
    static List<LineWeight> close(Goods goods, String reason) {
        return goods.lines().stream()
                .filter(line -> goods.packagesLeft(line) > 0)
                .map(line -> entry(line, 0, WeightKind.CLOSED, goods.packagesLeft(line)))
                .map(entry -> entry.because(reason))
                .toList();
    }

    /**
     * What was weighed, accepted and refused of a shipment. Goods within the tolerance of what was
     * shipped need no reason.
     *
     * @param shipment none: the only one under way
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link NothingUnderWay},
     *     {@link ShipmentUnnamed}, {@link LinesMissing}, {@link MoreThanShipped}, {@link
     *     ReasonMissing}
     */
    static List<LineWeight> weigh(
            Goods goods,
            @Nullable Integer shipment,
            List<WeighedLine> weighed,
            long toleranceBasisPoints) {
        List<LineWeight> shipped = goods.shipment(underWay(goods, shipment));
        List<LineWeight> entries = new ArrayList<>();
        for (LineWeight one : shipped) {
            WeighedLine said =
                    weighed.stream()
                            .filter(line -> line.line() == one.line())
                            .findFirst()
                            .orElseThrow(() -> new LinesMissing(shipped.size()).asException());
            requireExplained(one, said, toleranceBasisPoints);
            entries.addAll(entries(one, said));
        }
        if (weighed.size() != shipped.size()) {
            throw new LinesMissing(shipped.size()).asException();
        }
        return entries;
    }

    /** What came back of lines that had been accepted. */
    static List<LineWeight> returned(Goods goods, List<CreditedLine> credited, String note) {
        return credited.stream()
                .filter(one -> one.grams() > 0)
                .map(one ->
                        LineWeight.of(
                                        one.line(),
                                        goods.nextReturn(),
                                        WeightKind.RETURNED,
                                        one.packages(),
                                        one.grams())
                                .because(note))
                .toList();
    }

    /**
     * Refused goods of a shipment that are home: what can be sold again, and what is written off.
     *
     * @param said every line that was refused, once
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link NothingComingHome},
     *     {@link RefusedLinesMissing}, {@link MoreThanRefused}
     */
    static List<LineWeight> restock(
            Goods goods, int shipment, List<RestockedLine> said, String note) {
        List<ComingHome> coming =
                goods.comingHome().stream().filter(one -> one.shipment() == shipment).toList();
        if (coming.isEmpty()) {
            throw new NothingComingHome().asException();
        }
        if (said.size() != coming.size()) {
            throw new RefusedLinesMissing(coming.size()).asException();
        }
        return coming.stream()
                .flatMap(one -> restock(one, packages(one, said, coming.size()), goods).stream())
                .map(entry -> entry.because(note))
                .toList();
    }

    private static long packages(ComingHome coming, List<RestockedLine> said, int lines) {
        long packages =
                said.stream()
                        .filter(one -> one.line() == coming.line())
                        .findFirst()
                        .orElseThrow(() -> new RefusedLinesMissing(lines).asException())
                        .packages();
        if (packages > coming.packages()) {
            throw new MoreThanRefused(coming.line(), coming.packages()).asException();
        }
        return packages;
    }

    private static List<LineWeight> restock(ComingHome coming, long packages, Goods goods) {
        OrderLineView line = goods.line(coming.line());
        LineWeight fit = entry(line, coming.shipment(), WeightKind.RESTOCKED, packages);
        LineWeight rest =
                LineWeight.of(
                        coming.line(),
                        coming.shipment(),
                        WeightKind.WRITTEN_OFF,
                        0,
                        coming.grams() - fit.grams());
        return Stream.of(fit, rest).filter(one -> one.grams() > 0).toList();
    }

    private static int underWay(Goods goods, @Nullable Integer wanted) {
        List<Integer> underWay = goods.underWay();
        if (underWay.isEmpty() || (wanted != null && !underWay.contains(wanted))) {
            throw new NothingUnderWay().asException();
        }
        if (wanted == null && underWay.size() > 1) {
            throw new ShipmentUnnamed(underWay.size()).asException();
        }
        return wanted == null ? underWay.getFirst() : wanted;
    }

    private static void requireExplained(LineWeight shipped, WeighedLine said, long tolerance) {
        if (said.acceptedGrams() > shipped.grams()) {
            throw new MoreThanShipped(shipped.line(), shipped.grams()).asException();
        }
        if (isOutside(shipped.grams(), said.acceptedGrams(), tolerance)
                && said.reasonOrNone().isEmpty()) {
            throw new ReasonMissing(shipped.line(), tolerance).asException();
        }
    }

    /** Whether so much less was accepted that it needs a reason. */
    static boolean isOutside(long shippedGrams, long acceptedGrams, long toleranceBasisPoints) {
        return Math.multiplyExact(shippedGrams - acceptedGrams, WHOLE)
                > Math.multiplyExact(shippedGrams, toleranceBasisPoints);
    }

    private static List<LineWeight> entries(LineWeight shipped, WeighedLine said) {
        List<LineWeight> entries = new ArrayList<>();
        if (!said.isTurnedAway()) {
            entries.add(of(shipped, WeightKind.WEIGHED, said.scaleGrams()));
        }
        entries.add(
                of(shipped, WeightKind.ACCEPTED, said.acceptedGrams())
                        .because(said.reasonOrNone()));
        long refused =
                said.isTurnedAway() ? shipped.grams() : said.scaleGrams() - said.acceptedGrams();
        if (refused > 0) {
            entries.add(of(shipped, WeightKind.REFUSED, refused).because(said.reasonOrNone()));
        }
        return entries;
    }

    private static LineWeight of(LineWeight shipped, WeightKind kind, long grams) {
        return LineWeight.of(shipped.line(), shipped.shipment(), kind, 0, grams);
    }

    private static LineWeight entry(
            OrderLineView line, int shipment, WeightKind kind, long packages) {
        return LineWeight.of(line.line(), shipment, kind, packages, packages * line.unitGrams());
    }
}
