package org.consumptionaid.marketplace.contract;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.consumptionaid.marketplace.attachment.StoredFiles;
import org.consumptionaid.marketplace.contract.ContractRefusal.ContractChanged;
import org.consumptionaid.marketplace.contract.ContractRefusal.ContractVoid;
import org.consumptionaid.marketplace.contract.ContractRefusal.NoContractNeeded;
import org.consumptionaid.marketplace.contract.ContractRefusal.NotAContractNumber;
import org.consumptionaid.marketplace.contract.ContractRefusal.SignedAlready;
import org.consumptionaid.marketplace.contract.ContractStore.Checked;
import org.consumptionaid.marketplace.contract.ContractStore.Frozen;
import org.consumptionaid.marketplace.contract.ContractStore.Parties;
import org.consumptionaid.marketplace.contract.Drafts.Draft;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.identity.UnitRole;
import org.consumptionaid.marketplace.identity.UnitRoles;
import org.consumptionaid.marketplace.ordering.Channel;
import org.consumptionaid.marketplace.ordering.OrderState;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Contracts about orders. Until somebody signs, a contract is written anew from the order each time
 * it is looked at; the first signature freezes it.
 */
@Service
public class Contracts {
    private final ContractStore store;
    private final Drafts drafts;
    private final ContractPdf pdf;
    private final StoredFiles files;
    private final Ordering ordering;
    private final Rules rules;
    private final UnitRoles roles;
    private final Idempotency idempotency;
    private final Clock clock;

    Contracts(
            ContractStore store,
            Drafts drafts,
            ContractPdf pdf,
            StoredFiles files,
            Ordering ordering,
            Rules rules,
            UnitRoles roles,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.pdf = pdf;
        this.files = files;
        this.ordering = ordering;
        this.rules = rules;
        this.roles = roles;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** The contract's name and its PDF. */
    public record Document(String number, Flux<DataBuffer> content) {}

    /**
     * The contract about an order of the caller's. Refusals: {@link NotFound}, {@link
     * NoContractNeeded}.
     */
    public Mono<ContractView> ofOrder(Caller caller, UUID orderId) {
        return order(caller, orderId).flatMap(order -> view(caller, order));
    }

    /**
     * The PDF that was signed, or would be. Refusals: {@link NotFound}, {@link NoContractNeeded}.
     */
    public Mono<Document> document(Caller caller, UUID orderId) {
        return order(caller, orderId)
                .flatMap(order ->
                        store.find(orderId)
                                .map(frozen ->
                                        new Document(frozen.number(), files.read(frozen.sha256())))
                                .switchIfEmpty(Mono.defer(() -> draft(order))));
    }

    /**
     * The caller signs for its side what it has seen. Refusals: {@link NotFound}, {@link
     * NoContractNeeded}, that the unit keeps roles and the caller neither buys nor manages, {@link
     * ContractVoid}, {@link ContractChanged}, {@link SignedAlready}.
     *
     * @param seen the digest of the content as {@link ContractView} named it
     */
    Mono<ContractView> sign(Caller caller, IdempotencyKey key, UUID orderId, String seen) {
        record Input(String operation, UUID orderId, String seen) {}
        return order(caller, orderId)
                .flatMap(order ->
                        maySign(caller, order)
                                .then(Mono.defer(() -> toSign(order, seen)))
                                .flatMap(contract ->
                                        idempotency.once(
                                                caller.personId(),
                                                key,
                                                new Input("sign-contract", orderId, seen),
                                                UUID.class,
                                                () -> write(caller, contract))))
                .flatMap(_ -> ofOrder(caller, orderId));
    }

    /** In a unit that keeps roles whoever buys for it or manages it signs. */
    private Mono<Void> maySign(Caller caller, OrderView order) {
        return Side.of(caller) == Side.BUYER
                ? roles.require(caller, order.buyerId(), List.of(UnitRole.BUYER, UnitRole.MANAGER))
                : Mono.empty();
    }

    /**
     * What anybody may know of a signed contract, by its number as people write it. Refusals:
     * {@link NotAContractNumber}, {@link NotFound}.
     */
    Mono<ContractCheck> check(String number) {
        String written = number.strip().toUpperCase(Locale.ROOT);
        return CheckedNumber.isValid(Drafts.LETTER, written)
                ? store.find(written)
                        .flatMap(found ->
                                store.signatures(found.orderId()).map(by -> check(found, by)))
                        .switchIfEmpty(new NotFound().asError())
                : new NotAContractNumber().asError();
    }

    private Mono<OrderView> order(Caller caller, UUID orderId) {
        return ordering.order(caller, orderId)
                .filter(order -> order.channel() == Channel.PROCUREMENT)
                .switchIfEmpty(new NoContractNeeded().asError());
    }

    /** What is frozen, or will be; its PDF is kept, outside the transaction that needs it. */
    private Mono<Frozen> toSign(OrderView order, String seen) {
        return store.find(order.id())
                .switchIfEmpty(
                        Mono.defer(() ->
                                drafts.of(order)
                                        .filter(draft -> draft.digest().equals(seen))
                                        .flatMap(draft -> frozen(order.id(), draft))))
                .filter(frozen -> frozen.contentSha256().equals(seen))
                .switchIfEmpty(new ContractChanged().asError());
    }

    private Mono<Frozen> frozen(UUID orderId, Draft draft) {
        return Mono.usingWhen(
                        offLoop(() -> Files.createTempFile("contract-", "")),
                        file ->
                                offLoop(() -> Files.write(file, pdf.write(draft.content(), false)))
                                        .flatMap(files::keep),
                        file -> offLoop(() -> Files.deleteIfExists(file)))
                .map(sha256 ->
                        new Frozen(
                                orderId,
                                draft.content().number(),
                                draft.content().version(),
                                draft.text(),
                                draft.digest(),
                                sha256));
    }

    private Mono<UUID> write(Caller caller, Frozen contract) {
        UUID order = contract.orderId();
        return store.lockState(order)
                .filter(state -> !isOff(OrderState.valueOf(state)))
                .switchIfEmpty(new ContractVoid().asError())
                .then(store.freeze(contract, clock.instant()))
                .then(store.find(order))
                .filter(kept -> kept.contentSha256().equals(contract.contentSha256()))
                .switchIfEmpty(new ContractChanged().asError())
                .then(store.sign(order, Side.of(caller), caller, clock.instant()))
                .onErrorMap(DuplicateKeyException.class, _ -> new SignedAlready().asException())
                .thenReturn(order);
    }

    private Mono<Document> draft(OrderView order) {
        return drafts.of(order)
                .flatMap(draft -> offLoop(() -> pdf.write(draft.content(), true)))
                .map(bytes ->
                        new Document(
                                Drafts.number(order.number()),
                                Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes))));
    }

    private Mono<ContractView> view(Caller caller, OrderView order) {
        Mono<Frozen> frozen =
                store.find(order.id())
                        .switchIfEmpty(
                                Mono.defer(
                                        () -> drafts.of(order).map(one -> unsigned(order, one))));
        return Mono.zip(
                        frozen,
                        store.parties(order.id()),
                        store.signatures(order.id()),
                        rules.inForce("documents.kept.years", clock.instant()))
                .map(found ->
                        view(
                                caller,
                                order,
                                found.getT1(),
                                found.getT2(),
                                found.getT3(),
                                found.getT4()));
    }

    private static Frozen unsigned(OrderView order, Draft draft) {
        return new Frozen(
                order.id(),
                draft.content().number(),
                draft.content().version(),
                draft.text(),
                draft.digest(),
                "");
    }

    private static ContractView view(
            Caller caller,
            OrderView order,
            Frozen contract,
            Parties parties,
            List<Signature> signatures,
            long keptYears) {
        ContractState state =
                ContractState.of(
                        signatures.size(), parties.replacedBy() != null, isOff(order.state()));
        boolean signs = caller.role() == Role.BUYER || caller.role() == Role.COOPERATIVE;
        boolean signed = signatures.stream().anyMatch(one -> one.side() == Side.of(caller));
        return new ContractView(
                contract.number(),
                contract.version(),
                state,
                contract.contentSha256(),
                contract.sha256().isEmpty() ? null : contract.sha256(),
                Drafts.numberOrNone(parties.replaces()),
                Drafts.numberOrNone(parties.replacedBy()),
                signatures,
                signs && !signed && state.maySign(),
                keptYears);
    }

    private ContractCheck check(Checked found, List<Signature> signatures) {
        ContractContent content = drafts.read(found.content());
        boolean off = isOff(OrderState.valueOf(found.state()));
        return new ContractCheck(
                found.number(),
                found.version(),
                ContractState.of(signatures.size(), found.replacedBy() != null, off),
                found.sha256(),
                content.buyer().name(),
                content.buyer().creditCode(),
                content.supplier().name(),
                content.supplier().creditCode(),
                signedAt(signatures, Side.BUYER),
                signedAt(signatures, Side.SUPPLIER),
                Drafts.numberOrNone(found.replacedBy()));
    }

    private static @Nullable Instant signedAt(List<Signature> signatures, Side side) {
        return signatures.stream()
                .filter(one -> one.side() == side)
                .findFirst()
                .map(Signature::at)
                .orElse(null);
    }

    private static boolean isOff(OrderState state) {
        return state == OrderState.CANCELLED || state == OrderState.REJECTED;
    }

    private static <T> Mono<T> offLoop(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
