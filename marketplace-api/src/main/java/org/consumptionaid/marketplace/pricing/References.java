package org.consumptionaid.marketplace.pricing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Rules;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What produce costs elsewhere: on a market, or paid on this marketplace. */
@Service
public class References {
    private final ReferenceStore store;
    private final Rules rules;
    private final Clock clock;

    References(ReferenceStore store, Rules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** In the order asked for; empty where nothing is known, or too little. */
    public Mono<List<Optional<Reference>>> of(List<Priced> produce) {
        LocalDate today = BusinessDay.today(clock);
        Instant now = clock.instant();
        return policy(now)
                .flatMap(policy ->
                        store.find(produce, now.minus(Duration.ofDays(policy.paidDays())), now)
                                .map(found ->
                                        found.stream()
                                                .map(prices -> prices.reference(policy, today))
                                                .toList()));
    }

    Mono<Optional<Reference>> of(Priced produce) {
        return of(List.of(produce)).map(List::getFirst);
    }

    /** Order lines were paid in full; joins the caller's transaction. */
    public Mono<Void> paid(List<PaidLine> lines) {
        List<PaidLine> sold = lines.stream().filter(line -> line.grams() > 0).toList();
        return sold.isEmpty() ? Mono.empty() : store.paid(sold, clock.instant());
    }

    private Mono<ReferencePolicy> policy(Instant now) {
        return Mono.zip(
                        rules.inForce("price.reference.market.days", now),
                        rules.inForce("price.reference.paid.days", now),
                        rules.inForce("price.reference.paid.least-sales", now),
                        rules.inForce("price.ceiling.market", now),
                        rules.inForce("price.ceiling.paid", now))
                .map(five ->
                        new ReferencePolicy(
                                five.getT1(),
                                five.getT2(),
                                five.getT3(),
                                five.getT4(),
                                five.getT5()));
    }
}
