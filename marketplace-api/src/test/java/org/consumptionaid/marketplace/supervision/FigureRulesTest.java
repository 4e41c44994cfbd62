package org.consumptionaid.marketplace.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.consumptionaid.marketplace.supervision.FigureRules.Cell;
import org.consumptionaid.marketplace.supervision.FigureRules.Row;
import org.junit.jupiter.api.Test;

class FigureRulesTest {
    private static final long FEWEST = 10;

    @Test
    void showsEverythingThatIsLargeEnough() {
        List<Row> rows = FigureRules.publish(cells("WAGE", 10, 20), FEWEST);

        assertThat(rows)
                .containsExactly(
                        new Row("WAGE", null, 30L, 3_000L),
                        new Row("WAGE", "c00", 10L, 1_000L),
                        new Row("WAGE", "c01", 20L, 2_000L));
    }

    @Test
    void holdsBackTheNextLargerOneToo() {
        List<Row> rows = FigureRules.publish(cells("WAGE", 3, 30, 20), FEWEST);

        assertThat(rows)
                .containsExactly(
                        new Row("WAGE", null, 53L, 5_300L),
                        new Row("WAGE", "c00", null, null),
                        new Row("WAGE", "c01", 30L, 3_000L),
                        new Row("WAGE", "c02", null, null));
    }

    @Test
    void holdsBackTheNationIfNothingElseHidesASmallOne() {
        assertThat(FigureRules.publish(cells("WAGE", 3), FEWEST))
                .containsExactly(
                        new Row("WAGE", null, null, null), new Row("WAGE", "c00", null, null));
        assertThat(FigureRules.publish(cells("WAGE", 3, 4), FEWEST).getFirst())
                .isEqualTo(new Row("WAGE", null, null, null));
    }

    @Test
    void holdsBackTheTurnoverOfACountyWithAModeHeldBack() {
        List<Cell> cells = new ArrayList<>(cells("WAGE", 3, 30, 20));
        cells.addAll(cells(FigureRules.TURNOVER, 12, 40, 20));

        List<Row> rows = FigureRules.publish(cells, FEWEST);

        assertThat(rows).contains(new Row(FigureRules.TURNOVER, "c00", null, null));
        assertThat(rows).contains(new Row(FigureRules.TURNOVER, "c02", null, null));
        assertThat(rows).contains(new Row(FigureRules.TURNOVER, "c01", 40L, 4_000L));
    }

    /** Whatever is subtracted from the nation's figure, what is left is not fewer than ten. */
    @Property
    void letsNobodyComputeAFigureOfFewerHouseholds(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 30) Integer> wages,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 60) Integer> turnovers) {
        List<Cell> cells = new ArrayList<>(cells("WAGE", ints(wages)));
        cells.addAll(cells(FigureRules.TURNOVER, ints(turnovers)));

        List<Row> rows = FigureRules.publish(cells, FEWEST);

        Map<String, List<Row>> byMeasure =
                rows.stream().collect(Collectors.groupingBy(Row::measure));
        byMeasure.forEach((measure, own) -> {
            List<Row> held =
                    own.stream().filter(row -> row.county() != null && row.fen() == null).toList();
            boolean nation = own.getFirst().fen() != null;
            if (nation && !held.isEmpty()) {
                assertThat(held.size()).isGreaterThanOrEqualTo(2);
                assertThat(households(measure, held, cells)).isGreaterThanOrEqualTo(FEWEST);
            }
            assertThat(own)
                    .noneMatch(row ->
                            row.households() != null
                                    && row.households() > 0
                                    && row.households() < FEWEST);
        });
    }

    private static long households(String measure, List<Row> held, List<Cell> cells) {
        List<String> counties = held.stream().map(Row::county).toList();
        return cells.stream()
                .filter(cell -> cell.measure().equals(measure) && counties.contains(cell.county()))
                .mapToLong(Cell::households)
                .sum();
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Cell> cells(String measure, int... households) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < households.length; i++) {
            cells.add(new Cell(measure, "c%02d".formatted(i), households[i], households[i] * 100L));
        }
        return cells;
    }
}
