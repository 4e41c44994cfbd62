package org.consumptionaid.marketplace.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.ordering.Corrections;
import org.consumptionaid.marketplace.ordering.CreditedLine;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Rules;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The one place where a complaint changes its state: with it its event, its order and the credit
 * note, in the caller's transaction.
 */
@Component
class ComplaintSteps {
    private static final char LETTER = 'C';

    private final ComplaintStore store;
    private final Corrections corrections;
    private final Rules rules;
    private final Clock clock;

    ComplaintSteps(ComplaintStore store, Corrections corrections, Rules rules, Clock clock) {
        this.store = store;
        this.corrections = corrections;
        this.rules = rules;
        this.clock = clock;
    }

    /** When somebody's turn is over that begins now. */
    Mono<Instant> dueAt(ComplaintState state) {
        String rule =
                switch (state) {
                    case ASKED -> "complaint.answer.days";
                    case REFUSED -> "complaint.dispute.days";
                    case DISPUTED -> "complaint.decision.days";
                    case AGREED -> "complaint.return.days";
                    case CREDITED, DISMISSED, WITHDRAWN, LAPSED ->
                            throw new IllegalArgumentException(state.name());
                };
        return rules.inForce(rule, clock.instant())
                .map(days -> clock.instant().plus(Duration.ofDays(days)));
    }

    /**
     * Takes a step of the table.
     *
     * @param credited what comes off if it ends in a credit
     */
    Mono<UUID> take(
            ComplaintHead complaint,
            ComplaintStep step,
            ComplaintLife.Step taken,
            List<CreditedLine> credited) {
        Mono<Void> advance =
                taken.to().isOpen()
                        ? dueAt(taken.to())
                                .flatMap(due ->
                                        store.advance(
                                                complaint.id(), step, taken, clock.instant(), due))
                        : store.advance(complaint.id(), step, taken, clock.instant(), null)
                                .then(end(complaint, step, taken, credited));
        return advance.thenReturn(complaint.id());
    }

    private Mono<Void> end(
            ComplaintHead complaint,
            ComplaintStep step,
            ComplaintLife.Step taken,
            List<CreditedLine> credited) {
        boolean isWorthSomething = credited.stream().anyMatch(line -> line.fen() > 0);
        return taken.to() == ComplaintState.CREDITED && isWorthSomething
                ? corrections
                        .credit(step.by(), complaint.orderId(), complaint.number(), credited)
                        .flatMap(order -> issue(complaint, order, credited))
                : corrections.drop(step.by(), complaint.orderId(), complaint.number());
    }

    private Mono<Void> issue(
            ComplaintHead complaint, Corrections.Corrected order, List<CreditedLine> credited) {
        List<CreditNote.Line> lines =
                credited.stream()
                        .map(line ->
                                new CreditNote.Line(
                                        line.line(), name(order, line), line.grams(), line.fen()))
                        .toList();
        long fen = credited.stream().mapToLong(CreditedLine::fen).sum();
        return store.next("credit_note_number")
                .map(counter ->
                        new CreditNote(
                                CheckedNumber.of(LETTER, counter),
                                order.invoiceNumber(),
                                fen,
                                lines,
                                clock.instant()))
                .flatMap(note -> store.issue(complaint, note));
    }

    private static String name(Corrections.Corrected order, CreditedLine line) {
        return order.lines().stream()
                .filter(one -> one.line() == line.line())
                .findFirst()
                .orElseThrow()
                .name();
    }
}
