package org.consumptionaid.marketplace.settlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consumptionaid.marketplace.ledger.Movement;
import org.consumptionaid.marketplace.settlement.SettlementStatement.Kind;
import org.consumptionaid.marketplace.settlement.SettlementStatement.Line;

/** Makes a statement's lines of the ledger's movements. Knows no database and no clock. */
final class StatementRules {
    private StatementRules() {}

    /**
     * The lines, the oldest first.
     *
     * @param payable movements of what the platform owes: the account gives what it owes more
     * @param interest movements of what buyers owe
     */
    static List<Line> lines(List<Movement> payable, List<Movement> interest) {
        List<Line> lines = new ArrayList<>();
        payable.forEach(movement -> lines.add(line(movement, kind(movement), -movement.fen())));
        interest.forEach(movement -> lines.add(line(movement, Kind.INTEREST, movement.fen())));
        lines.sort(
                Comparator.comparing(Line::bookedAt)
                        .thenComparing(line -> line.entryId().toString()));
        return List.copyOf(lines);
    }

    static long sum(List<Line> lines, Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .mapToLong(Line::fen)
                .reduce(0, Math::addExact);
    }

    private static Kind kind(Movement movement) {
        return switch (movement.kind()) {
            case "PAID_OUT" -> movement.reversal() ? Kind.PAYOUT_RETURNED : Kind.PAID_OUT;
            case "BENEFIT_EARNED" -> movement.reversal() ? Kind.CORRECTION : Kind.EARNED;
            default -> Kind.CORRECTION;
        };
    }

    private static Line line(Movement movement, Kind kind, long fen) {
        return new Line(movement.entryId(), movement.bookedAt(), kind, movement.note(), fen);
    }
}
