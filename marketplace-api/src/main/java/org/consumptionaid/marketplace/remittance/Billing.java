package org.consumptionaid.marketplace.remittance;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.remittance.BillingStore.NoteRow;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What payers need: which orders to pay, under which code, and who may pay for them. */
@Service
public class Billing {
    private final BillingStore store;
    private final Idempotency idempotency;
    private final Clock clock;

    Billing(BillingStore store, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** The orders of the caller's organisation that wait for money, the most urgent first. */
    public Mono<List<Payable>> payables(Caller caller) {
        return store.payables(caller, BusinessDay.today(clock));
    }

    /** What a code of the caller's organisation stands for. Refusals: {@link NotFound}. */
    public Mono<PaymentNote> note(Caller caller, String code) {
        return store.note(caller, code)
                .filter(rows -> !rows.isEmpty())
                .switchIfEmpty(new NotFound().asError())
                .flatMap(rows -> store.accounts().map(accounts -> note(code, rows, accounts)));
    }

    /**
     * One code for several orders of the caller's organisation. Refusals: {@link
     * RemittanceRefusal.OrdersNotPayable}.
     */
    public Mono<PaymentNote> bundle(Caller caller, IdempotencyKey key, List<UUID> orderIds) {
        record Input(String operation, List<UUID> orderIds) {}
        List<UUID> orders = orderIds.stream().distinct().sorted().toList();
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("bundle", orders),
                        String.class,
                        () -> newCode(caller, orders))
                .flatMap(code -> note(caller, code));
    }

    /** The declarations of the caller's organisation; every one's for operator and auditor. */
    public Mono<List<PayerDeclaration>> declarations(Caller caller) {
        return store.declarations(caller);
    }

    /**
     * Declares that somebody else pays for the caller's organisation. Refusals: {@link
     * RemittanceRefusal.PayerDeclaredAlready}.
     */
    public Mono<UUID> declare(
            Caller caller, IdempotencyKey key, String name, String account, String reason) {
        record Input(String operation, String name, String account, String reason) {}
        String payer = MatchRules.plain(name);
        String number = MatchRules.plain(account);
        return idempotency.once(
                caller.personId(),
                key,
                new Input("declare-payer", payer, number, reason),
                UUID.class,
                () -> {
                    UUID id = Ids.next(clock);
                    return store.declare(id, caller, payer, number, reason, clock.instant())
                            .onErrorMap(
                                    DuplicateKeyException.class,
                                    _ -> new RemittanceRefusal.PayerDeclaredAlready().asException())
                            .thenReturn(id);
                });
    }

    private Mono<String> newCode(Caller caller, List<UUID> orders) {
        return store.nextCode()
                .map(number -> CheckedNumber.of(MatchRules.BUNDLE, number))
                .flatMap(code ->
                        store.insertCode(code, caller.organisationId(), orders, clock.instant())
                                .filter(found -> found == orders.size())
                                .switchIfEmpty(new RemittanceRefusal.OrdersNotPayable().asError())
                                .thenReturn(code));
    }

    private static PaymentNote note(
            String code, List<NoteRow> rows, List<PaymentNote.Account> accounts) {
        return new PaymentNote(
                code,
                rows.getFirst().buyerName(),
                rows.stream().mapToLong(NoteRow::dueFen).sum(),
                rows.stream()
                        .map(row ->
                                new PaymentNote.Item(
                                        row.id(),
                                        row.number(),
                                        row.supplierName(),
                                        row.dueFen(),
                                        row.dueOn()))
                        .toList(),
                accounts);
    }
}
