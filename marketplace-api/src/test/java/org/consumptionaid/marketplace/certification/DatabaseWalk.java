package org.consumptionaid.marketplace.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.MovableClock;
import org.consumptionaid.marketplace.catalog.ProductView;
import org.consumptionaid.marketplace.catalog.Wanted;
import org.consumptionaid.marketplace.certification.Papers.Holding;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.CartView;
import org.consumptionaid.marketplace.ordering.PurchaseView;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A marketplace of a few cooperatives in the real database, run through the real use cases. {@link
 * Papers} judges every attempt: what is not certified is refused, always with the same reason.
 */
final class DatabaseWalk {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> CATEGORIES = List.of("tuber", "honey");

    /** What else may stop a sale: an old application is approved after its last season, say. */
    private static final Set<String> WHERE_CERTIFIED =
            Set.of("not-on-sale", "wrong-order-state", "season-capacity-exceeded");

    private static final int MOST_PRODUCTS = 24;
    private static final int MOST_ORDERS = 30;
    private static final int SEASONS = 6;
    private static final Duration RENEW_BEFORE = Duration.ofDays(200);

    private final Random random;
    private final Market market;
    private final MovableClock clock;
    private final Papers papers;
    private final Map<Holding, List<Application>> files = new LinkedHashMap<>();
    private final List<Holding> holdings;
    private final List<Product> products = new ArrayList<>();
    private final Set<UUID> withdrawn = new HashSet<>();
    private final List<Order> orders = new ArrayList<>();
    private long done;
    private long blocked;

    DatabaseWalk(long seed, Market market, MovableClock clock, Papers papers) {
        this.random = new Random(seed);
        this.market = market;
        this.clock = clock;
        this.papers = papers;
        for (int i = 0; i < market.cooperatives().size(); i++) {
            files.put(new Holding(i, null), new ArrayList<>());
            for (String category : CATEGORIES) {
                files.put(new Holding(i, category), new ArrayList<>());
            }
        }
        this.holdings = List.copyOf(files.keySet());
    }

    /** The use cases and who calls them. */
    record Market(
            UseCases does,
            List<Caller> cooperatives,
            Caller buyer,
            Caller county,
            Caller province) {}

    private static final class Application {
        private final UUID id;
        private final Papers.Paper paper;

        /** A guess at where it lies, so that more than a few come through. */
        private boolean atProvince;

        private boolean returned;

        private boolean suspended;

        Application(UUID id, Papers.Paper paper) {
            this.id = id;
            this.paper = paper;
        }
    }

    private record Product(UUID id, int cooperative, String category) {}

    private record Order(UUID id, List<Product> lines) {}

    long done() {
        return done;
    }

    long blocked() {
        return blocked;
    }

    void step() {
        int kind = random.nextInt(100);
        if (kind < 6) {
            tick();
        } else if (kind < 15) {
            apply(any(holdings));
        } else if (kind < 46) {
            decide(any(holdings));
        } else if (kind < 52 || products.isEmpty()) {
            list(random.nextInt(market.cooperatives().size()), any(CATEGORIES));
        } else if (kind < 58) {
            edit(any(products));
        } else if (kind < 61) {
            withdraw(any(products));
        } else if (kind < 67) {
            relist(any(products));
        } else if (kind < 71) {
            putIntoCart(any(products));
        } else if (kind < 84 || orders.isEmpty()) {
            place();
        } else if (kind < 93) {
            confirm(any(orders));
        } else {
            ship(any(orders));
        }
    }

    /** What anyone is told of every product now, beside what the papers say. */
    void look() {
        for (Product product : products) {
            ProductView view = Objects.requireNonNull(market.does().product(product.id()).block());
            assertThat(view.certificateNumber() != null).isEqualTo(certified(List.of(product)));
            assertThat(market.does().wouldBeFound(product.id(), now()).block())
                    .as("the periods in the search document")
                    .isEqualTo(certified(List.of(product)));
        }
    }

    private void tick() {
        Instant border = papers.aBorder(random, now());
        clock.stopAt(
                border != null && random.nextInt(4) == 0
                        ? border.plus(random.nextInt(3) - 1L, ChronoUnit.MICROS)
                        : now().plus(Duration.ofHours(random.nextInt(96))));
        papers.forget(now());
    }

    private void apply(Holding holding) {
        if (papers.lastEnd(holding).isAfter(now().plus(RENEW_BEFORE))) {
            return;
        }
        Caller caller = market.cooperatives().get(holding.organisation());
        CertificateForm form =
                new CertificateForm(
                        holding.category() == null
                                ? CertificateKind.SUPPLIER
                                : CertificateKind.PRODUCT,
                        holding.category(),
                        "随机",
                        seasons(),
                        List.of());
        CertificateFile applied = certificate(market.does().apply(caller, key(), form));
        if (applied != null) {
            own(holding).add(new Application(applied.id(), papers.apply(holding)));
        }
    }

    private void decide(Holding holding) {
        if (own(holding).isEmpty()) {
            return;
        }
        Application one = random.nextInt(4) > 0 ? own(holding).getLast() : any(own(holding));
        if (one.returned ? random.nextInt(4) > 0 : random.nextInt(12) == 0) {
            resubmit(holding, one);
            return;
        }
        boolean byProvince = random.nextInt(4) > 0 ? one.atProvince : random.nextBoolean();
        CertificateAction action =
                one.suspended && random.nextInt(4) > 0 ? CertificateAction.RESUME : anAction();
        Caller office = byProvince ? market.province() : market.county();
        if (certificate(market.does().decide(office, key(), one.id, action)) != null) {
            papers.decided(holding, one.paper, action.name(), byProvince, now());
            one.returned = action == CertificateAction.RETURN;
            one.atProvince = !one.returned;
            one.suspended = action == CertificateAction.SUSPEND;
        }
    }

    private void resubmit(Holding holding, Application one) {
        Caller owner = market.cooperatives().get(holding.organisation());
        CertificateForm form =
                new CertificateForm(CertificateKind.PRODUCT, null, "补正", seasons(), List.of());
        if (certificate(market.does().resubmit(owner, key(), one.id, form)) != null) {
            one.returned = false;
            one.atProvince = false;
        }
    }

    /** Approvals mostly, so that there is something to sell. */
    private CertificateAction anAction() {
        return random.nextInt(5) > 0
                ? CertificateAction.APPROVE
                : any(
                        List.of(
                                CertificateAction.RESUME,
                                CertificateAction.RETURN,
                                CertificateAction.SUSPEND,
                                CertificateAction.SUSPEND,
                                CertificateAction.REVOKE,
                                CertificateAction.REFUSE));
    }

    private void list(int cooperative, String category) {
        Caller caller = market.cooperatives().get(cooperative);
        boolean certified = papers.maySell(cooperative, category, now());
        ProductView listed =
                attempt("list", certified, market.does().list(caller, key(), category));
        if (listed != null) {
            if (products.size() >= MOST_PRODUCTS) {
                Product dropped = products.remove(random.nextInt(products.size()));
                orders.removeIf(order -> order.lines().contains(dropped));
            }
            products.add(new Product(listed.id(), cooperative, category));
        }
    }

    private void edit(Product product) {
        ProductView read = Objects.requireNonNull(market.does().product(product.id()).block());
        attempt(
                "edit",
                certified(List.of(product)),
                market.does().edit(owner(product), product.id(), read));
    }

    private void withdraw(Product product) {
        market.does().withdraw(owner(product), key(), product.id()).block(PATIENCE);
        withdrawn.add(product.id());
    }

    private void relist(Product product) {
        Mono<ProductView> relisting = market.does().relist(owner(product), key(), product.id());
        if (attempt("relist", certified(List.of(product)), relisting) != null) {
            withdrawn.remove(product.id());
        }
    }

    /** A cart takes anything, and says what of it cannot be ordered. */
    private void putIntoCart(Product product) {
        CartView cart =
                market.does()
                        .put(market.buyer(), new Wanted(product.id(), 1), Locale.ENGLISH)
                        .blockOptional(PATIENCE)
                        .orElseThrow();
        CartView.CartLine line =
                cart.suppliers().stream()
                        .flatMap(part -> part.lines().stream())
                        .filter(one -> one.productId().equals(product.id()))
                        .findFirst()
                        .orElseThrow();
        boolean stopped = line.problem() != null && line.problem().contains("certificate");
        assertThat(stopped)
                .as("a cart's line: %s", line.problem())
                .isNotEqualTo(certified(List.of(product)));
    }

    private void place() {
        List<Product> wanted =
                random.nextInt(4) == 0
                        ? List.of(any(products))
                        : products.stream()
                                .filter(one -> !withdrawn.contains(one.id()))
                                .filter(_ -> random.nextInt(6) == 0)
                                .limit(3)
                                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        List<UUID> ids = wanted.stream().map(Product::id).toList();
        PurchaseView placed =
                attempt(
                        "place",
                        certified(wanted),
                        market.does().place(market.buyer(), key(), ids));
        if (placed != null && orders.size() < MOST_ORDERS) {
            remember(placed, wanted);
        }
    }

    /** One order a cooperative, in the order of their first lines. */
    private void remember(PurchaseView placed, List<Product> wanted) {
        List<Integer> cooperatives = wanted.stream().map(Product::cooperative).distinct().toList();
        for (PurchaseView.PlacedOrder order : placed.orders()) {
            UUID supplier = market.does().supplierOf(order.id()).block();
            cooperatives.stream()
                    .filter(i -> market.cooperatives().get(i).organisationId().equals(supplier))
                    .forEach(i ->
                            orders.add(
                                    new Order(
                                            order.id(),
                                            wanted.stream()
                                                    .filter(one -> one.cooperative() == i)
                                                    .toList())));
        }
    }

    private void confirm(Order order) {
        Caller owner = owner(order.lines().getFirst());
        attempt(
                "confirm",
                certified(order.lines()),
                market.does().confirm(owner, key(), order.id()));
    }

    private void ship(Order order) {
        Caller owner = owner(order.lines().getFirst());
        if (attempt("ship", certified(order.lines()), market.does().ship(owner, order.id()))
                != null) {
            orders.remove(order);
        }
    }

    /** What came of it; fails where anything but the one reason stops what is not certified. */
    private <T> @Nullable T attempt(String what, boolean certified, Mono<T> work) {
        try {
            T result = work.block(PATIENCE);
            assertThat(certified).as("%s at %s, which no certificate allows", what, now()).isTrue();
            done++;
            return result;
        } catch (RefusedException refused) {
            String reason = refused.refusal().problem().code();
            if (certified) {
                assertThat(WHERE_CERTIFIED).as("%s at %s", what, now()).contains(reason);
            } else {
                assertThat(reason)
                        .as("%s at %s", what, now())
                        .isEqualTo("certificate-not-in-force");
            }
            blocked += certified ? 0 : 1;
            return null;
        }
    }

    private static @Nullable CertificateFile certificate(Mono<CertificateFile> work) {
        try {
            return work.block(PATIENCE);
        } catch (RefusedException refused) {
            assertThat(refused.refusal()).isInstanceOf(CertificationRefusal.class);
            return null;
        }
    }

    private boolean certified(List<Product> all) {
        return all.stream()
                .allMatch(one -> papers.maySell(one.cooperative(), one.category(), now()));
    }

    /** Whole years, so that no season ever overlaps with another; more than anybody can sell. */
    private List<SeasonClaim> seasons() {
        int year = BusinessDay.of(now()).getYear();
        return IntStream.range(year, year + SEASONS)
                .mapToObj(one ->
                        new SeasonClaim(
                                LocalDate.of(one, 1, 1),
                                LocalDate.of(one, 12, 31),
                                SeasonBasis.AREA,
                                1_000_000_000,
                                100_000_000))
                .toList();
    }

    private Caller owner(Product product) {
        return market.cooperatives().get(product.cooperative());
    }

    private List<Application> own(Holding holding) {
        return Objects.requireNonNull(files.get(holding));
    }

    private Instant now() {
        return clock.instant();
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
