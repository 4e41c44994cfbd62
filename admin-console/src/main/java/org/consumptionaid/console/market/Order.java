package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order with all its life so far; {@code actions} is what the reader may do with it now. */
public record Order(
        String id,
        String number,
        String purchaseId,
        String state,
        String channel,
        String terms,
        String buyerId,
        String buyerName,
        String supplierId,
        String supplierName,
        long totalFen,
        @Nullable Long acceptedFen,
        long paidFen,
        long dueFen,
        long refundableFen,
        String deliverTo,
        @Nullable LocalDate deliverOn,
        String note,
        Instant placedAt,
        @Nullable LocalDate dueOn,
        @Nullable String invoiceNumber,
        @Nullable String replaces,
        @Nullable String replacedBy,
        @Nullable String requisitionNumber,
        List<Line> lines,
        @Nullable List<Weight> weights,
        @Nullable List<ComingHome> comingHome,
        List<Event> events,
        List<OrderAction> actions) {

    /** So many packages at the price, origin and certificate of the moment of ordering. */
    public record Line(
            int line,
            String productId,
            String name,
            String category,
            String countyCode,
            String countyName,
            String unit,
            long unitGrams,
            long priceFen,
            long quantity,
            long orderedGrams,
            long totalFen,
            @Nullable Long acceptedGrams,
            @Nullable Long acceptedFen,
            @Nullable String certificateNumber) {}

    /**
     * One entry of a line's history of weights.
     *
     * @param shipment 0 for what concerns the whole line
     * @param packages 0 for what a scale says
     */
    public record Weight(
            int line,
            int shipment,
            String kind,
            long packages,
            long grams,
            @Nullable String reason,
            Instant at,
            @Nullable String byOrganisation) {

        boolean is(String one) {
            return kind.equals(one);
        }
    }

    /**
     * Refused goods of a line of a shipment that are on their way home.
     *
     * @param packages how many whole ones that can be
     */
    public record ComingHome(int line, int shipment, long grams, long packages) {}

    /** What was refused of one shipment. */
    public record Refused(int number, List<ComingHome> lines) {}

    /** What left together and was not weighed yet. */
    public record Shipment(int number, List<Weight> lines) {}

    /** A step the order took. */
    public record Event(
            Instant at,
            String action,
            @Nullable String from,
            String to,
            @Nullable String byOrganisation,
            @Nullable String note) {}

    /** Packages of the line that have neither left nor been closed short. */
    public long left(Line line) {
        return line.quantity()
                - history().stream()
                        .filter(one -> one.line() == line.line())
                        .filter(one -> one.is("SHIPPED") || one.is("CLOSED"))
                        .mapToLong(Weight::packages)
                        .sum();
    }

    /** The shipments that wait to be weighed, oldest first. */
    public List<Shipment> underWay() {
        return history().stream()
                .filter(one -> one.is("SHIPPED"))
                .filter(one ->
                        history().stream()
                                .noneMatch(other ->
                                        other.is("ACCEPTED") && other.shipment() == one.shipment()))
                .collect(Collectors.groupingBy(Weight::shipment, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(shipment -> new Shipment(shipment.getKey(), shipment.getValue()))
                .toList();
    }

    /** What was refused and is on its way home, by shipment. */
    public List<Refused> refused() {
        List<ComingHome> coming = comingHome == null ? List.of() : comingHome;
        return coming.stream()
                .collect(
                        Collectors.groupingBy(
                                ComingHome::shipment, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(shipment -> new Refused(shipment.getKey(), shipment.getValue()))
                .toList();
    }

    /** A school's canteen has no contract about it. */
    public boolean ofBudgetUnit() {
        return channel.equals("PROCUREMENT");
    }

    public String nameOf(int line) {
        return lines.stream()
                .filter(one -> one.line() == line)
                .map(Line::name)
                .findFirst()
                .orElse("");
    }

    public List<Weight> history() {
        return weights == null ? List.of() : weights;
    }

    /** The order waits for the reader: there is a step to take, not only one to take back. */
    public boolean waitsForReader() {
        return actions.stream().anyMatch(OrderAction::forward);
    }
}
