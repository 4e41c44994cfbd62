package org.consumptionaid.marketplace.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.ledger.Ledger;
import org.consumptionaid.marketplace.ledger.NewEntry;
import org.consumptionaid.marketplace.ledger.NewPosting;
import org.consumptionaid.marketplace.settlement.InterestStore.OverdueDay;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Books what overdue buyers owe their suppliers: simple interest on what was owed when a day ended,
 * by the daily rate in force that day, half up to the fen. It is a claim of the supplier on the
 * buyer, so no cash moves. A day is booked once it is over; days missed are made up for.
 */
@Service
class OverdueInterest {
    /** How far back missed days are made up for. */
    static final int MOST_DAYS_BACK = 31;

    private static final Logger LOG = LoggerFactory.getLogger(OverdueInterest.class);
    private static final int DAYS_PER_ROUND = 500;
    private static final long BASIS_POINTS = 10_000;
    private static final Duration ROUND_TIMEOUT = Duration.ofMinutes(2);

    private final InterestStore store;
    private final Ledger ledger;
    private final Rules rules;
    private final Transactions transactions;
    private final Clock clock;

    OverdueInterest(
            InterestStore store,
            Ledger ledger,
            Rules rules,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M")
    Mono<Void> bookWhatIsMissing() {
        return book().timeout(ROUND_TIMEOUT)
                .onErrorResume(
                        Exception.class,
                        error -> {
                            LOG.warn("overdue interest waits: {}", error.toString());
                            return Mono.empty();
                        });
    }

    /** Books up to {@link #DAYS_PER_ROUND} days, each in a transaction of its own. */
    Mono<Void> book() {
        return Mono.defer(() -> {
            LocalDate today = BusinessDay.today(clock);
            LocalDate first = today.minusDays(MOST_DAYS_BACK);
            return store.daysToBook(
                            first, today.minusDays(1), BusinessDay.start(first), DAYS_PER_ROUND)
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(this::book)
                    .then();
        });
    }

    private Mono<Void> book(OverdueDay overdue) {
        return rules.inForce("payment.overdue.daily-rate", BusinessDay.start(overdue.day()))
                .flatMap(rate ->
                        transactions.run(
                                book(
                                        overdue,
                                        rate,
                                        new Money(overdue.principalFen())
                                                .share(rate, BASIS_POINTS))))
                .onErrorResume(
                        DuplicateKeyException.class, _ -> Mono.empty()); // by another instance
    }

    private Mono<Void> book(OverdueDay overdue, long rate, Money interest) {
        if (interest.equals(Money.ZERO)) {
            return store.insert(overdue, rate, 0, null);
        }
        return post(overdue, interest)
                .flatMap(entry -> store.insert(overdue, rate, interest.fen(), entry));
    }

    private Mono<UUID> post(OverdueDay overdue, Money interest) {
        String buyer = "payer/" + overdue.buyerId() + "/interest";
        String supplier = "cooperative/" + overdue.supplierId() + "/interest";
        return ledger.post(
                new NewEntry(
                        "INTEREST_ACCRUED",
                        overdue.orderId(),
                        overdue.number() + " · " + overdue.day(),
                        List.of(
                                new NewPosting(buyer, overdue.buyerId(), -interest.fen()),
                                new NewPosting(supplier, overdue.supplierId(), interest.fen()))));
    }
}
