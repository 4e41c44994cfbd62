package org.consumptionaid.marketplace.identity;

import org.consumptionaid.marketplace.identity.IdentityRefusal.WrongCredentials;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Signing in, and who somebody is. */
@Service
public class Identity {
    private final IdentityStore store;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final TokenIssuer tokens;

    Identity(
            IdentityStore store, Passwords passwords, SignInThrottle throttle, TokenIssuer tokens) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
        this.tokens = tokens;
    }

    /**
     * A token for the right name and password. Refusals: {@link WrongCredentials}, {@link
     * IdentityRefusal.TooManyAttempts}.
     */
    public Mono<AccessToken> signIn(String username, String password, String address) {
        return Mono.fromRunnable(() -> throttle.take(username, address))
                .then(store.findAccount(username).singleOptional())
                .filterWhen(found -> passwords.matches(password, found.map(Account::passwordHash)))
                .mapNotNull(found -> found.orElse(null))
                .filter(account -> !account.disabled())
                .map(account ->
                        new AccessToken(
                                tokens.issue(account.caller()), Tokens.VALID_FOR.toSeconds()))
                .doOnNext(_ -> throttle.giveBack(username, address))
                .switchIfEmpty(new WrongCredentials().asError());
    }

    /** The caller's own person. Refusals: {@link NotFound} for an account that is gone. */
    public Mono<PersonView> me(Caller caller) {
        return store.findPerson(caller.personId()).switchIfEmpty(new NotFound().asError());
    }
}
