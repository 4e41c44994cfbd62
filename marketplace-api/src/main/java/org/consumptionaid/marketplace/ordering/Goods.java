package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An order's lines and what became of their weight so far. */
record Goods(List<OrderLineView> lines, List<LineWeight> weights) {
    Goods plus(List<LineWeight> more) {
        return new Goods(lines, Stream.concat(weights.stream(), more.stream()).toList());
    }

    GoodsFacts facts() {
        return new GoodsFacts(moreToShip(), !underWay().isEmpty(), false, !comingHome().isEmpty());
    }

    /**
     * Where the goods are, and whether they may go back.
     *
     * @param since when the last of them must have been accepted for that
     */
    GoodsFacts facts(Instant since) {
        boolean underWay = !underWay().isEmpty();
        boolean late =
                of(WeightKind.ACCEPTED)
                        .map(LineWeight::at)
                        .noneMatch(at -> at != null && !at.isBefore(since));
        return new GoodsFacts(
                moreToShip(),
                underWay,
                !moreToShip() && !underWay && !late,
                !comingHome().isEmpty());
    }

    /** The number that the next return of the order has. */
    int nextReturn() {
        return 1 + of(WeightKind.RETURNED).mapToInt(LineWeight::shipment).max().orElse(0);
    }

    private boolean moreToShip() {
        return lines.stream().anyMatch(line -> packagesLeft(line) > 0);
    }

    /** Packages that have neither left nor been closed short. */
    long packagesLeft(OrderLineView line) {
        return line.quantity()
                - weights.stream()
                        .filter(one -> one.line() == line.line())
                        .filter(one -> one.is(WeightKind.SHIPPED) || one.is(WeightKind.CLOSED))
                        .mapToLong(LineWeight::packages)
                        .sum();
    }

    int nextShipment() {
        return 1 + of(WeightKind.SHIPPED).mapToInt(LineWeight::shipment).max().orElse(0);
    }

    /** The shipments that were not weighed yet, oldest first. */
    List<Integer> underWay() {
        return of(WeightKind.SHIPPED)
                .map(LineWeight::shipment)
                .distinct()
                .filter(shipment ->
                        of(WeightKind.ACCEPTED).noneMatch(one -> one.shipment() == shipment))
                .sorted()
                .toList();
    }

    /**
     * What the buyer refused and nobody has said anything about since. A scale that says more than
     * was shipped brings nothing home that never left.
     */
    List<ComingHome> comingHome() {
        return of(WeightKind.REFUSED)
                .filter(one ->
                        entry(one, WeightKind.RESTOCKED).isEmpty()
                                && entry(one, WeightKind.WRITTEN_OFF).isEmpty())
                .map(this::comingHome)
                .filter(one -> one.grams() > 0)
                .toList();
    }

    private ComingHome comingHome(LineWeight refused) {
        long notAccepted = grams(refused, WeightKind.SHIPPED) - grams(refused, WeightKind.ACCEPTED);
        long grams = Math.min(refused.grams(), notAccepted);
        long unitGrams = line(refused.line()).unitGrams();
        return new ComingHome(refused.line(), refused.shipment(), grams, grams / unitGrams);
    }

    OrderLineView line(int number) {
        return lines.stream().filter(one -> one.line() == number).findFirst().orElseThrow();
    }

    /** Of the same line and shipment. */
    private Optional<LineWeight> entry(LineWeight other, WeightKind kind) {
        return of(kind).filter(
                        one -> one.line() == other.line() && one.shipment() == other.shipment())
                .findFirst();
    }

    private long grams(LineWeight other, WeightKind kind) {
        return entry(other, kind).map(LineWeight::grams).orElse(0L);
    }

    List<LineWeight> shipment(int number) {
        return of(WeightKind.SHIPPED).filter(one -> one.shipment() == number).toList();
    }

    /** All that was accepted of each line. */
    List<WeighedLine> accepted() {
        return lines.stream()
                .map(line -> new WeighedLine(line.line(), acceptedGrams(line.line())))
                .toList();
    }

    /** The packages of these entries. */
    List<PartLeft> parts(List<LineWeight> entries) {
        return lines.stream()
                .flatMap(line ->
                        entries.stream()
                                .filter(one -> one.line() == line.line() && one.packages() > 0)
                                .map(one ->
                                        new PartLeft(
                                                line.productId(),
                                                line.category(),
                                                one.packages(),
                                                one.packages() * line.unitGrams())))
                .toList();
    }

    private long acceptedGrams(int line) {
        return of(WeightKind.ACCEPTED)
                .filter(one -> one.line() == line)
                .mapToLong(LineWeight::grams)
                .sum();
    }

    private Stream<LineWeight> of(WeightKind kind) {
        return weights.stream().filter(one -> one.is(kind));
    }
}
