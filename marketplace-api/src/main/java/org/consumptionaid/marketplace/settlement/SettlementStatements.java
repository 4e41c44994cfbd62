package org.consumptionaid.marketplace.settlement;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ledger.Ledger;
import org.consumptionaid.marketplace.ledger.Movement;
import org.consumptionaid.marketplace.settlement.SettlementStatement.Kind;
import org.consumptionaid.marketplace.settlement.SettlementStatement.Line;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Statements of cooperatives by month, made of the ledger alone. */
@Service
public class SettlementStatements {
    /** Entries of one month; more would be no statement anybody reads. */
    static final int MOST_LINES = 5_000;

    private final StatementOwnerStore owners;
    private final Ledger ledger;

    SettlementStatements(StatementOwnerStore owners, Ledger ledger) {
        this.owners = owners;
        this.ledger = ledger;
    }

    /**
     * A cooperative's own statement; operator and auditor name whose. Refusals: {@link NotFound}
     * for who is no cooperative, {@link StatementRefusal.TooManyLines}.
     */
    public Mono<SettlementStatement> of(
            Caller caller, @Nullable UUID organisationId, YearMonth month) {
        UUID whose =
                caller.seesAll() && organisationId != null
                        ? organisationId
                        : caller.organisationId();
        return owners.cooperative(whose)
                .switchIfEmpty(new NotFound().asError())
                .flatMap(name -> of(whose, name, month));
    }

    private Mono<SettlementStatement> of(UUID whose, String name, YearMonth month) {
        Instant from = BusinessDay.start(month.atDay(1));
        Instant to = BusinessDay.start(month.plusMonths(1).atDay(1));
        String payable = "cooperative/" + whose + "/payable";
        return ledger.balance(payable, from)
                .flatMap(opening ->
                        lines(payable, "cooperative/" + whose + "/interest", from, to)
                                .map(lines -> statement(whose, name, month, -opening, lines)));
    }

    private Mono<List<Line>> lines(String payable, String interest, Instant from, Instant to) {
        return movements(payable, from, to)
                .flatMap(owed ->
                        movements(interest, from, to)
                                .map(accrued -> StatementRules.lines(owed, accrued)));
    }

    private Mono<List<Movement>> movements(String account, Instant from, Instant to) {
        return ledger.movements(account, from, to, MOST_LINES + 1)
                .filter(movements -> movements.size() <= MOST_LINES)
                .switchIfEmpty(new StatementRefusal.TooManyLines(MOST_LINES).asError());
    }

    private static SettlementStatement statement(
            UUID whose, String name, YearMonth month, long opening, List<Line> lines) {
        long earned = StatementRules.sum(lines, Kind.EARNED);
        long corrections = StatementRules.sum(lines, Kind.CORRECTION);
        long paidOut =
                -StatementRules.sum(lines, Kind.PAID_OUT)
                        - StatementRules.sum(lines, Kind.PAYOUT_RETURNED);
        return new SettlementStatement(
                whose,
                name,
                month,
                opening,
                earned,
                corrections,
                paidOut,
                opening + earned + corrections - paidOut,
                StatementRules.sum(lines, Kind.INTEREST),
                lines);
    }
}
