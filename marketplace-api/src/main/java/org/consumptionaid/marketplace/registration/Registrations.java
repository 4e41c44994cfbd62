package org.consumptionaid.marketplace.registration;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.CreditCode;
import org.consumptionaid.marketplace.identity.Passwords;
import org.consumptionaid.marketplace.registration.RegistrationRefusal.AlreadyDecided;
import org.consumptionaid.marketplace.registration.RegistrationRefusal.CountyNotOpen;
import org.consumptionaid.marketplace.registration.RegistrationRefusal.CreditCodeTaken;
import org.consumptionaid.marketplace.registration.RegistrationRefusal.NotACreditCode;
import org.consumptionaid.marketplace.registration.RegistrationRefusal.NotAnAccount;
import org.consumptionaid.marketplace.registration.RegistrationRefusal.UsernameTaken;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.SealedValues;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Registering an organisation, and the operator's decision. */
@Service
public class Registrations {
    /** Who nobody is, where a person would be asked for. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final int LEAST_ACCOUNT_DIGITS = 8;

    private final RegistrationStore store;
    private final RegistrationThrottle throttle;
    private final Passwords passwords;
    private final SealedValues sealedValues;
    private final Idempotency idempotency;
    private final Clock clock;

    Registrations(
            RegistrationStore store,
            RegistrationThrottle throttle,
            Passwords passwords,
            SealedValues sealedValues,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.throttle = throttle;
        this.passwords = passwords;
        this.sealedValues = sealedValues;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Puts an organisation on the operator's list. Refusals: {@link NotACreditCode}, {@link
     * NotAnAccount}, {@link CountyNotOpen}, {@link CreditCodeTaken}, {@link UsernameTaken}, {@link
     * RegistrationRefusal.TooManyRegistrations}.
     */
    Mono<RegistrationState> register(RegistrationForm form, IdempotencyKey key, String address) {
        RegistrationForm tidied = form.tidied();
        if (!CreditCode.isValid(tidied.creditCode())) {
            return new NotACreditCode().asError();
        }
        if (tidied.bankAccount().length() < LEAST_ACCOUNT_DIGITS) {
            return new NotAnAccount().asError();
        }
        throttle.take(address);
        return passwords.hash(tidied.password()).flatMap(hash -> write(tidied, key, hash));
    }

    /**
     * How it stands, for who knows its number and the organisation's code. Refusals: {@link
     * NotFound}.
     */
    Mono<RegistrationState> state(String number, String creditCode) {
        return store.findState(
                        number.strip().toUpperCase(Locale.ROOT),
                        creditCode.strip().toUpperCase(Locale.ROOT))
                .switchIfEmpty(new NotFound().asError());
    }

    /** Those in one state, newest first. */
    Mono<Page<RegistrationView>> list(String state, UUID before) {
        return store.list(state, before).map(rows -> Page.of(rows, RegistrationView::id));
    }

    /**
     * The organisation may trade and its first person sign in. Refusals: {@link NotFound}, {@link
     * AlreadyDecided}, {@link CreditCodeTaken}, {@link UsernameTaken}.
     */
    Mono<RegistrationView> approve(Caller caller, IdempotencyKey key, UUID id) {
        return decide(
                caller,
                key,
                "approve",
                id,
                "",
                store.approve(id, caller.personId(), Ids.next(clock), clock.instant()));
    }

    /** Refusals: {@link NotFound}, {@link AlreadyDecided}. */
    Mono<RegistrationView> refuse(Caller caller, IdempotencyKey key, UUID id, String reason) {
        return decide(
                caller,
                key,
                "refuse",
                id,
                reason,
                store.refuse(id, caller.personId(), reason, clock.instant()));
    }

    private Mono<RegistrationView> decide(
            Caller caller,
            IdempotencyKey key,
            String decision,
            UUID id,
            String reason,
            Mono<Boolean> work) {
        record Input(String decision, UUID id, String reason) {}
        Mono<UUID> once =
                idempotency.once(
                        caller.personId(),
                        key,
                        new Input(decision, id, reason),
                        UUID.class,
                        () ->
                                work.filter(done -> done)
                                        .switchIfEmpty(undecidable(id))
                                        .thenReturn(id));
        return once.onErrorMap(DuplicateKeyException.class, Registrations::taken)
                .flatMap(store::find);
    }

    private Mono<Boolean> undecidable(UUID id) {
        return store.find(id)
                .switchIfEmpty(new NotFound().asError())
                .flatMap(_ -> new AlreadyDecided().asError());
    }

    private Mono<RegistrationState> write(RegistrationForm form, IdempotencyKey key, String hash) {
        return idempotency
                .once(
                        NOBODY,
                        key,
                        form.withoutSecrets(),
                        RegistrationState.class,
                        () ->
                                requireFree(form)
                                        .then(store.nextNumber())
                                        .flatMap(number -> insert(form, number, hash)))
                .onErrorMap(DuplicateKeyException.class, Registrations::taken);
    }

    private Mono<Void> requireFree(RegistrationForm form) {
        return store.obstacles(form)
                .flatMap(obstacles -> {
                    if (!obstacles.countyOpen()) {
                        return new CountyNotOpen().asError();
                    }
                    if (obstacles.creditCodeTaken()) {
                        return new CreditCodeTaken().asError();
                    }
                    return obstacles.usernameTaken() ? new UsernameTaken().asError() : Mono.empty();
                });
    }

    private Mono<RegistrationState> insert(RegistrationForm form, long counter, String hash) {
        NewRegistration registration =
                new NewRegistration(
                        Ids.next(clock),
                        CheckedNumber.of(NewRegistration.LETTER, counter),
                        form,
                        sealedValues.seal(form.bankAccount()),
                        hash,
                        clock.instant());
        return store.insert(registration)
                .then(store.findState(registration.number(), form.creditCode()));
    }

    private static Throwable taken(DuplicateKeyException duplicate) {
        String message = String.valueOf(duplicate.getMessage());
        return message.contains("username")
                ? new UsernameTaken().asException()
                : new CreditCodeTaken().asException();
    }
}
