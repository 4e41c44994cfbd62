package org.consumptionaid.marketplace.procurement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.UnitRole;
import org.consumptionaid.marketplace.identity.UnitRoles;
import org.consumptionaid.marketplace.ledger.Ledger;
import org.consumptionaid.marketplace.procurement.ReserveRefusal.YearClosed;
import org.consumptionaid.marketplace.procurement.ReserveStore.MonthSum;
import org.consumptionaid.marketplace.procurement.ReserveView.Month;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.Rules;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A budget unit's reserved share: filing it and seeing how far it has come. */
@Service
public class Reserve {
    private static final long WHOLE = 10_000;
    private static final int MONTHS = 12;
    private static final int HUNDRED = 100;

    private final ReserveStore store;
    private final ReserveBooks books;
    private final Ledger ledger;
    private final Rules rules;
    private final UnitRoles roles;
    private final Idempotency idempotency;
    private final Clock clock;

    Reserve(
            ReserveStore store,
            ReserveBooks books,
            Ledger ledger,
            Rules rules,
            UnitRoles roles,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.books = books;
        this.ledger = ledger;
        this.rules = rules;
        this.roles = roles;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** The caller's unit's year; the present one for 0. */
    public Mono<ReserveView> of(Caller caller, int year) {
        int asked = year == 0 ? BusinessDay.today(clock).getYear() : year;
        UUID unit = caller.organisationId();
        Instant now = clock.instant();
        return Mono.zip(
                        rules.inForce("procurement.reserved-share", now),
                        dueOn(asked),
                        store.filings(unit, asked),
                        balances(unit, asked),
                        store.months(unit, asked))
                .map(found ->
                        view(
                                asked,
                                found.getT1(),
                                found.getT2(),
                                found.getT3(),
                                found.getT4(),
                                found.getT5()));
    }

    /**
     * Files the share of a year, or files it anew. Refusals: {@link YearClosed}, those of {@link
     * ReserveRules#reserved}, that the unit has a manager who files.
     */
    Mono<ReserveView> file(Caller caller, IdempotencyKey key, FilingForm form) {
        record Input(String operation, FilingForm form) {}
        int year = BusinessDay.today(clock).getYear();
        if (form.fiscalYear() < year || form.fiscalYear() > year + 1) {
            return new YearClosed(year, year + 1).asError();
        }
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("file-reserve", form),
                        UUID.class,
                        () ->
                                roles.require(caller, caller.organisationId(), UnitRole.MANAGER)
                                        .then(Mono.defer(() -> write(caller, form))))
                .flatMap(_ -> of(caller, form.fiscalYear()));
    }

    private Mono<UUID> write(Caller caller, FilingForm form) {
        UUID id = Ids.next(clock);
        UUID unit = caller.organisationId();
        int year = form.fiscalYear();
        return store.lock(unit)
                .then(
                        Mono.zip(
                                rules.inForce("procurement.reserved-share", clock.instant()),
                                dueOn(year),
                                store.filings(unit, year),
                                store.spent(unit, year)))
                .flatMap(found -> {
                    long before =
                            found.getT3().isEmpty() ? 0 : found.getT3().getFirst().reservedFen();
                    Money reserved =
                            ReserveRules.reserved(form, found.getT1(), before, found.getT4());
                    boolean late = BusinessDay.today(clock).isAfter(found.getT2());
                    return store.insert(id, caller, form, reserved.fen(), late, clock.instant())
                            .then(books.filed(unit, year, reserved.fen() - before));
                })
                .thenReturn(id);
    }

    /** The rule's value is the day as MMDD. */
    private Mono<LocalDate> dueOn(int year) {
        return rules.inForce("procurement.filing.due", BusinessDay.start(LocalDate.of(year, 1, 2)))
                .map(day -> LocalDate.of(year, (int) (day / HUNDRED), (int) (day % HUNDRED)));
    }

    /** Of the open, committed, accepted and counted accounts, in this order. */
    private Mono<List<Long>> balances(UUID unit, int year) {
        Position any = new Position(unit, year, 1, Stage.NONE, 0);
        return Flux.just(Stage.NONE, Stage.COMMITTED, Stage.ACCEPTED, Stage.COUNTED)
                .concatMap(
                        stage -> ledger.balance(any.account(stage), clock.instant().plusSeconds(1)))
                .collectList();
    }

    private ReserveView view(
            int year,
            long least,
            LocalDate dueOn,
            List<FilingView> filings,
            List<Long> balances,
            List<MonthSum> sums) {
        List<Month> months = new ArrayList<>();
        List<Long> last = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            MonthSum now = sum(sums, year, month);
            months.add(new Month(month, now.fen(), now.countedFen()));
            last.add(sum(sums, year - 1, month).fen());
        }
        long lastOrders =
                sums.stream()
                        .filter(sum -> sum.fiscalYear() == year - 1)
                        .mapToLong(MonthSum::orders)
                        .sum();
        long projected = projected(year, months, last, lastOrders);
        long filed = filings.isEmpty() ? 0 : filings.getFirst().reservedFen();
        return new ReserveView(
                year,
                least,
                dueOn,
                filings,
                balances.get(0),
                balances.get(1),
                balances.get(2),
                balances.get(3),
                projected,
                Math.max(0, filed - projected),
                months);
    }

    private long projected(int year, List<Month> months, List<Long> last, long lastOrders) {
        LocalDate today = BusinessDay.today(clock);
        List<Long> fen = months.stream().map(Month::fen).toList();
        if (today.getYear() != year) {
            return fen.stream().mapToLong(Long::longValue).sum();
        }
        long elapsed = WHOLE * today.getDayOfMonth() / today.lengthOfMonth();
        return ReserveRules.projected(fen, last, lastOrders, today.getMonthValue(), elapsed);
    }

    private static MonthSum sum(List<MonthSum> sums, int year, int month) {
        return sums.stream()
                .filter(sum -> sum.fiscalYear() == year && sum.month() == month)
                .findFirst()
                .orElseGet(() -> new MonthSum(year, month, 0, 0, 0));
    }
}
