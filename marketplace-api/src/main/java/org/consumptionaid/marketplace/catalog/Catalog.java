package org.consumptionaid.marketplace.catalog;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consumptionaid.marketplace.certification.Certification;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.pricing.Ceilings;
import org.consumptionaid.marketplace.pricing.PriceHistory;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.consumptionaid.marketplace.shared.SharedRefusal.StaleVersion;
import org.consumptionaid.marketplace.shared.Transactions;
import org.consumptionaid.marketplace.shared.Version;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Listing produce. Every change of a product reaches the outbox in the same transaction. */
@Service
public class Catalog {
    /** Five thousand products take seconds; the rest is for a database that has other work. */
    public static final Duration MANY_TIMEOUT = Duration.ofMinutes(2);

    private final CatalogStore store;
    private final ProductPages pages;
    private final Outbox outbox;
    private final Certification certification;
    private final Ceilings ceilings;
    private final PriceHistory prices;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clock clock;
    private final AsyncCache<String, List<Category>> categories =
            Caffeine.newBuilder().maximumSize(1).buildAsync();

    Catalog(
            CatalogStore store,
            ProductPages pages,
            Outbox outbox,
            Certification certification,
            Ceilings ceilings,
            PriceHistory prices,
            Transactions transactions,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.pages = pages;
        this.outbox = outbox;
        this.certification = certification;
        this.ceilings = ceilings;
        this.prices = prices;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** All categories, in the order people look for them. */
    public Mono<List<Category>> categories() {
        return Mono.fromFuture(
                () -> categories.get("all", (_, _) -> store.categories().toFuture()));
    }

    /**
     * Any product, withdrawn ones too: an old link still says what it was. Refusals: {@link
     * NotFound}.
     */
    public Mono<ProductView> product(UUID id) {
        return pages.find(id).switchIfEmpty(new NotFound().asError());
    }

    /** All products of the caller's organisation, newest first. */
    public Mono<Page<ProductView>> ownProducts(Caller caller, UUID before) {
        return store.ofOrganisation(caller.organisationId(), before, clock.instant(), month())
                .map(rows -> Page.of(rows, ProductView::id));
    }

    /**
     * The products of an organisation that have one of these ids or names; {@value
     * CatalogStore#MOST_OWN} at most.
     */
    public Mono<List<ProductView>> ownProductsAmong(
            UUID organisationId, List<UUID> ids, List<String> names) {
        return store.among(organisationId, ids, names, clock.instant(), month());
    }

    /** The newest products of the caller's organisation, {@value CatalogStore#MOST_OWN} at most. */
    public Mono<List<ProductView>> allOwnProducts(Caller caller) {
        return store.allOf(caller.organisationId(), clock.instant(), month());
    }

    /**
     * Products on sale in these categories or below them whose season the month is in, nearest
     * first.
     */
    public Mono<List<NearbyOffer>> nearby(
            UUID organisationId, List<String> categoryCodes, int month) {
        return nearby(organisationId, categoryCodes, ProductNames.ANY, month);
    }

    /** The same of products that are called so. */
    public Mono<List<NearbyOffer>> nearby(
            UUID organisationId, List<String> categoryCodes, ProductNames names, int month) {
        return store.nearby(organisationId, categoryCodes, names, month, clock.instant());
    }

    /**
     * Lists a product of the caller's cooperative. Refusals: {@link
     * CatalogRefusal.UnknownCategory}, {@link CatalogRefusal.SameProductListed}, {@link
     * CatalogRefusal.CountyNotListed}, that the certificate is not in force, and that the price is
     * above the ceiling without a reason.
     */
    public Mono<ProductView> list(Caller caller, IdempotencyKey key, ProductForm form) {
        record Input(String operation, ProductForm form) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("list", form),
                        UUID.class,
                        () -> insert(caller, form.tidied()))
                .flatMap(this::product);
    }

    /**
     * Changes what the caller last read. Refusals: those of {@link #list}, {@link StaleVersion} if
     * it was changed since (or its stock was, and the form changes the stock), {@link NotFound}.
     */
    public Mono<ProductView> edit(Caller caller, UUID id, Version read, ProductForm form) {
        return transactions.run(
                requireInForce(caller, form.category())
                        .then(update(caller, id, read, form.tidied()))
                        .then(store.find(id, clock.instant(), month())));
    }

    /**
     * Lists and edits many products, all of them or none, within {@link #MANY_TIMEOUT}. Refusals:
     * {@link DraftRefused}, which names the first draft that {@link #list} or {@link #edit} would
     * refuse.
     *
     * @return the products, in the order of their drafts
     */
    public Mono<List<UUID>> saveAll(Caller caller, List<ProductDraft> drafts) {
        return transactions.run(
                Flux.range(0, drafts.size())
                        .concatMap(i ->
                                save(caller, drafts.get(i))
                                        .onErrorMap(
                                                RefusedException.class,
                                                refused -> new DraftRefused(i, refused.refusal())))
                        .collectList(),
                MANY_TIMEOUT);
    }

    private Mono<UUID> save(Caller caller, ProductDraft draft) {
        ProductForm form = draft.form().tidied();
        return switch (draft) {
            case ProductDraft.New _ -> insert(caller, form);
            case ProductDraft.Change(UUID id, Version read, _) ->
                    requireInForce(caller, form.category())
                            .then(update(caller, id, read, form))
                            .thenReturn(id);
        };
    }

    /** Takes a product off sale; orders that were placed stay. Refusals: {@link NotFound}. */
    public Mono<ProductView> withdraw(Caller caller, IdempotencyKey key, UUID id) {
        return setListed(caller, key, id, false);
    }

    /**
     * Puts a withdrawn product back on sale. Refusals: {@link NotFound}, certificate not in force.
     */
    public Mono<ProductView> relist(Caller caller, IdempotencyKey key, UUID id) {
        return setListed(caller, key, id, true);
    }

    /**
     * Says, in the caller's transaction, that what is shown of an organisation's product has
     * changed beside its own fields; others who say so wait. Refusals: {@link NotFound}.
     */
    public Mono<Void> changed(UUID organisationId, UUID productId) {
        return store.renew(organisationId, productId)
                .filter(rows -> rows == 1)
                .switchIfEmpty(new NotFound().asError())
                .then(outbox.changed(List.of(productId)));
    }

    private Mono<UUID> insert(Caller caller, ProductForm form) {
        UUID id = Ids.next(clock);
        return requireInForce(caller, form.category())
                .then(ceilings.allow(form.priced(), form.priceReason()))
                .flatMap(note ->
                        store.insert(id, caller.organisationId(), form, clock.instant())
                                .onErrorMap(
                                        DataIntegrityViolationException.class,
                                        error -> refusal(error, form))
                                .filter(rows -> rows == 1)
                                .switchIfEmpty(new CatalogRefusal.CountyNotListed().asError())
                                .then(prices.remember(id, form.price(), caller.personId(), note)))
                .then(outbox.changed(List.of(id)))
                .thenReturn(id);
    }

    private Mono<Void> update(Caller caller, UUID id, Version read, ProductForm form) {
        return store.lock(id, caller.organisationId())
                .switchIfEmpty(new NotFound().asError())
                .filter(current -> current.accepts(read, form))
                .switchIfEmpty(new StaleVersion().asError())
                .flatMap(current ->
                        price(caller, id, current, form)
                                .then(store.update(id, form, clock.instant()))
                                .onErrorMap(
                                        DataIntegrityViolationException.class,
                                        error -> refusal(error, form)))
                .then(outbox.changed(List.of(id)));
    }

    /** What stays is not asked about again: the reference may have fallen since. */
    private Mono<Void> price(Caller caller, UUID id, LockedProduct current, ProductForm form) {
        if (current.priced().equals(form.priced()) && current.price().equals(form.price())) {
            return Mono.empty();
        }
        return ceilings.allow(form.priced(), form.priceReason())
                .flatMap(note -> prices.remember(id, form.price(), caller.personId(), note));
    }

    private Mono<ProductView> setListed(
            Caller caller, IdempotencyKey key, UUID id, boolean listed) {
        record Input(String operation, UUID id, boolean listed) {}
        Mono<Void> gate =
                listed
                        ? store.categoryOf(id, caller.organisationId())
                                .switchIfEmpty(new NotFound().asError())
                                .flatMap(category -> requireInForce(caller, category))
                        : Mono.empty();
        Mono<UUID> work =
                gate.then(store.setListed(id, caller.organisationId(), listed, clock.instant()))
                        .filter(rows -> rows == 1)
                        .switchIfEmpty(new NotFound().asError())
                        .then(outbox.changed(List.of(id)))
                        .thenReturn(id);
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("setListed", id, listed),
                        UUID.class,
                        () -> work)
                .flatMap(this::product);
    }

    private Mono<Void> requireInForce(Caller caller, String category) {
        return categories()
                .filter(all -> all.stream().anyMatch(one -> one.code().equals(category)))
                .switchIfEmpty(new CatalogRefusal.UnknownCategory(category).asError())
                .then(certification.requireInForce(caller.organisationId(), Set.of(category)));
    }

    private static Throwable refusal(DataIntegrityViolationException error, ProductForm form) {
        CatalogRefusal refusal =
                error instanceof DuplicateKeyException
                        ? new CatalogRefusal.SameProductListed()
                        : new CatalogRefusal.UnknownCategory(form.category());
        return refusal.asException();
    }

    private int month() {
        return BusinessDay.today(clock).getMonthValue();
    }
}
