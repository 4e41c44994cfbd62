package org.consumptionaid.marketplace.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of a month may be published. For each measure the counties add up to the nation and
 * to nothing else that is published; so the cells that are held back are at least two and stand for
 * at least the fewest households together, or the nation's figure is held back too. What somebody
 * can compute as a difference is then never a figure of fewer households. A county's turnover is
 * held back with any of its modes, because a rule may give all of it to one mode.
 */
final class FigureRules {
    static final String TURNOVER = "TURNOVER";

    private static final int FEWEST_CELLS = 2;

    private FigureRules() {}

    /** A county's sum; for the turnover, households are those it reached in any mode. */
    record Cell(String measure, String county, long households, long fen) {}

    /**
     * A published row.
     *
     * @param county none: all counties together
     * @param households none if it is held back, and so {@code fen}
     */
    record Row(
            String measure,
            @Nullable String county,
            @Nullable Long households,
            @Nullable Long fen) {}

    /** What may be published of the cells of one month, by measure and county. */
    static List<Row> publish(List<Cell> cells, long fewestHouseholds) {
        Set<String> heldBackCounties = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        List<String> measures = cells.stream().map(Cell::measure).distinct().sorted().toList();
        for (String measure : measures) {
            if (!measure.equals(TURNOVER)) {
                List<Cell> own = of(measure, cells);
                Set<Cell> held = heldBack(own, Set.of(), fewestHouseholds);
                held.forEach(cell -> heldBackCounties.add(cell.county()));
                rows.addAll(rows(measure, own, held, fewestHouseholds));
            }
        }
        List<Cell> turnover = of(TURNOVER, cells);
        if (!turnover.isEmpty()) {
            Set<Cell> held = heldBack(turnover, heldBackCounties, fewestHouseholds);
            rows.addAll(rows(TURNOVER, turnover, held, fewestHouseholds));
        }
        return rows;
    }

    private static List<Cell> of(String measure, List<Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.measure().equals(measure))
                .sorted(Comparator.comparing(Cell::county))
                .toList();
    }

    /** The small ones, and as many of the next larger ones as it takes to hide them. */
    private static Set<Cell> heldBack(List<Cell> cells, Set<String> forced, long fewest) {
        Set<Cell> held = new HashSet<>();
        cells.stream()
                .filter(cell -> isSmall(cell, fewest) || forced.contains(cell.county()))
                .forEach(held::add);
        List<Cell> bySize =
                cells.stream()
                        .sorted(
                                Comparator.comparingLong(Cell::households)
                                        .thenComparing(Cell::county))
                        .toList();
        for (Cell cell : bySize) {
            if (held.isEmpty() || isHidden(held, fewest)) {
                return held;
            }
            held.add(cell);
        }
        return held;
    }

    private static boolean isSmall(Cell cell, long fewest) {
        return cell.households() > 0 && cell.households() < fewest;
    }

    private static boolean isHidden(Set<Cell> held, long fewest) {
        return held.size() >= FEWEST_CELLS
                && held.stream().mapToLong(Cell::households).sum() >= fewest;
    }

    private static List<Row> rows(String measure, List<Cell> cells, Set<Cell> held, long fewest) {
        List<Row> rows = new ArrayList<>();
        boolean whole = held.isEmpty() || isHidden(held, fewest);
        rows.add(
                new Row(
                        measure,
                        null,
                        whole ? sum(cells.stream().map(Cell::households).toList()) : null,
                        whole ? sum(cells.stream().map(Cell::fen).toList()) : null));
        for (Cell cell : cells) {
            boolean shown = !held.contains(cell);
            rows.add(
                    new Row(
                            measure,
                            cell.county(),
                            shown ? (Long) cell.households() : null,
                            shown ? (Long) cell.fen() : null));
        }
        return rows;
    }

    private static Long sum(List<Long> numbers) {
        return numbers.stream().reduce(0L, Math::addExact);
    }
}
