package org.consumptionaid.marketplace.identity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.UnitRoleRefusal.LastManager;
import org.consumptionaid.marketplace.identity.UnitRoleRefusal.ManagerFirst;
import org.consumptionaid.marketplace.identity.UnitRoleRefusal.NameTaken;
import org.consumptionaid.marketplace.identity.UnitRoleRefusal.RoleMissing;
import org.consumptionaid.marketplace.identity.UnitRoleRefusal.UnknownPerson;
import org.consumptionaid.marketplace.shared.Transactions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Who does what in a budget unit. A unit keeps roles from the day it has a manager; before, its own
 * people do everything.
 */
@Service
public class UnitRoles {
    private final UnitRoleStore store;
    private final Passwords passwords;
    private final Transactions transactions;
    private final Clock clock;

    UnitRoles(UnitRoleStore store, Passwords passwords, Transactions transactions, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Refuses who may not do this for the unit: {@link RoleMissing}. */
    public Mono<Void> require(Caller caller, UUID unit, UnitRole role) {
        return require(caller, unit, List.of(role));
    }

    /** Refuses who holds none of these roles: {@link RoleMissing}. */
    public Mono<Void> require(Caller caller, UUID unit, List<UnitRole> oneOf) {
        return store.standing(unit, caller.personId(), oneOf)
                .map(standing ->
                        standing.kept() ? standing.held() : caller.organisationId().equals(unit))
                .flatMap(may -> may ? Mono.empty() : new RoleMissing(oneOf.getFirst()).asError());
    }

    /** As {@link #require}, but nobody may in a unit without a manager. */
    public Mono<Void> requireKept(Caller caller, UUID unit, List<UnitRole> oneOf) {
        return store.standing(unit, caller.personId(), oneOf)
                .flatMap(standing ->
                        standing.held()
                                ? Mono.empty()
                                : new RoleMissing(oneOf.getFirst()).asError());
    }

    /** Whether the person holds the role, in a unit that keeps roles. */
    public Mono<Boolean> holds(UUID person, UUID unit, UnitRole role) {
        return store.standing(unit, person, List.of(role)).map(UnitRoleStore.Standing::held);
    }

    /** Whether the unit has a manager. */
    public Mono<Boolean> kept(UUID unit) {
        return store.standing(unit, unit, List.of()).map(UnitRoleStore.Standing::kept);
    }

    /** Who holds what in the unit. */
    public Mono<List<UnitRoleView>> all(UUID unit) {
        return store.all(unit);
    }

    /**
     * The manager gives a role; the first one, the manager's own, is given by the unit's people.
     * Refusals: {@link RoleMissing}, {@link ManagerFirst}, {@link UnknownPerson}.
     */
    public Mono<Void> grant(Caller caller, UUID unit, String username, UnitRole role) {
        return transactions.run(
                store.lockUnit(unit)
                        .then(Mono.defer(() -> require(caller, unit, UnitRole.MANAGER)))
                        .then(Mono.defer(() -> kept(unit)))
                        .filter(kept -> kept || role == UnitRole.MANAGER)
                        .switchIfEmpty(new ManagerFirst().asError())
                        .flatMap(_ -> store.person(username))
                        .switchIfEmpty(new UnknownPerson().asError())
                        .flatMap(person ->
                                store.grant(
                                        unit, person, role, caller.personId(), clock.instant())));
    }

    /**
     * The manager takes a role; nothing happens if it is not held. Refusals: {@link RoleMissing},
     * {@link LastManager}, {@link UnknownPerson}.
     */
    public Mono<Void> end(Caller caller, UUID unit, String username, UnitRole role) {
        return transactions.run(
                store.lockUnit(unit)
                        .then(Mono.defer(() -> require(caller, unit, UnitRole.MANAGER)))
                        .then(Mono.defer(() -> store.anybody(username)))
                        .switchIfEmpty(new UnknownPerson().asError())
                        .flatMap(person ->
                                store.end(unit, person, role, caller.personId(), clock.instant()))
                        .then(Mono.defer(() -> managed(unit, role))));
    }

    /**
     * The manager gives somebody of the unit an account, with no role yet. Refusals: {@link
     * RoleMissing}, {@link NameTaken}.
     */
    public Mono<Void> hire(Caller caller, UUID unit, NewColleague who) {
        return requireKept(caller, unit, List.of(UnitRole.MANAGER))
                .then(Mono.defer(() -> passwords.hash(who.password())))
                .flatMap(hash -> transactions.run(store.hire(unit, who, hash, clock.instant())))
                .onErrorMap(DuplicateKeyException.class, _ -> new NameTaken().asException());
    }

    /**
     * The manager closes the account of somebody of the unit who leaves. Refusals: {@link
     * RoleMissing}, {@link UnknownPerson}, {@link LastManager}.
     */
    public Mono<Void> leave(Caller caller, UUID unit, String username) {
        return transactions.run(
                store.lockUnit(unit)
                        .then(
                                Mono.defer(
                                        () -> requireKept(caller, unit, List.of(UnitRole.MANAGER))))
                        .then(Mono.defer(() -> store.leave(unit, username)))
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(new UnknownPerson().asError())
                        .flatMap(_ -> store.leftAlone(username))
                        .flatMap(alone -> alone ? new LastManager().asError() : Mono.empty()));
    }

    private Mono<Void> managed(UUID unit, UnitRole taken) {
        return taken != UnitRole.MANAGER
                ? Mono.empty()
                : store.all(unit)
                        .filter(all ->
                                all.stream()
                                        .anyMatch(one ->
                                                one.role() == UnitRole.MANAGER && !one.left()))
                        .switchIfEmpty(new LastManager().asError())
                        .then();
    }
}
