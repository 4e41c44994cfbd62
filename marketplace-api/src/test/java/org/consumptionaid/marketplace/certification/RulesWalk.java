package org.consumptionaid.marketplace.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.consumptionaid.marketplace.certification.Papers.Holding;
import org.consumptionaid.marketplace.ordering.OrderWalk;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A marketplace in memory, run by the production rules: {@link CertificateRules}, {@link
 * CertificateFacts} and {@link CertificateTerm} decide what is in force, the order's life what
 * comes next. {@link Papers} judges every attempt.
 */
final class RulesWalk {
    private static final int ORGANISATIONS = 2;
    private static final List<String> CATEGORIES = List.of("tuber", "honey");
    private static final List<CertificateSide> SIDES = List.of(CertificateSide.values());
    private static final List<CertificateAction> ACTIONS = List.of(CertificateAction.values());
    private static final int NOTICE_DAYS = 5;
    private static final int VALID_DAYS = 365;
    private static final int MOST_ORDERS = 30;
    private static final int MOST_FILES = 8;

    private final Random random;
    private final Papers papers = new Papers(NOTICE_DAYS, VALID_DAYS);
    private final Map<Holding, List<Application>> files = new LinkedHashMap<>();
    private final List<Holding> holdings;
    private final List<Product> products = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T02:00:00Z");
    private long done;
    private long blocked;

    RulesWalk(long seed) {
        this.random = new Random(seed);
        for (int organisation = 0; organisation < ORGANISATIONS; organisation++) {
            files.put(new Holding(organisation, null), new ArrayList<>());
            for (String category : CATEGORIES) {
                files.put(new Holding(organisation, category), new ArrayList<>());
                products.add(new Product(organisation, category));
            }
        }
        this.holdings = List.copyOf(files.keySet());
    }

    private static final class Application {
        private final Papers.Paper paper;
        private CertificateFacts facts;

        Application(Papers.Paper paper, CertificatePhase phase) {
            this.paper = paper;
            this.facts = new CertificateFacts(phase, null, null, null);
        }
    }

    private static final class Product {
        private final int organisation;
        private final String category;
        private boolean listed;

        Product(int organisation, String category) {
            this.organisation = organisation;
            this.category = category;
        }
    }

    private record Order(Product product, OrderWalk life) {}

    /** Steps of a sale that were taken. */
    long done() {
        return done;
    }

    /** Steps of a sale that a certificate stopped. */
    long blocked() {
        return blocked;
    }

    void step() {
        int kind = random.nextInt(100);
        if (kind < 6) {
            tick();
        } else if (kind < 16) {
            apply();
        } else if (kind < 48) {
            decide();
        } else if (kind < 58) {
            list(any(products));
        } else if (kind < 62) {
            any(products).listed = false;
        } else if (kind < 76) {
            place(any(products));
        } else if (!orders.isEmpty()) {
            advance(any(orders), random.nextBoolean() ? "CONFIRM" : "SHIP");
        }
    }

    private void tick() {
        Instant border = papers.aBorder(random, now);
        now =
                border != null && random.nextBoolean()
                        ? border.plus(random.nextInt(3) - 1L, ChronoUnit.MICROS)
                        : now.plus(Duration.ofHours(random.nextInt(48)));
        papers.forget(now);
    }

    private void apply() {
        Holding holding = any(holdings);
        List<Application> own = Objects.requireNonNull(files.get(holding));
        if (own.size() >= MOST_FILES) {
            own.stream().filter(this::isOver).toList().forEach(one -> drop(holding, one));
        }
        if (own.size() < MOST_FILES && own.stream().noneMatch(this::isOpen)) {
            CertificateEdge edge =
                    CertificateRules.step(
                            CertificatePhase.NONE,
                            CertificateAction.APPLY,
                            CertificateSide.COOPERATIVE,
                            "");
            own.add(new Application(papers.apply(holding), edge.to()));
        }
    }

    private void decide() {
        Holding holding = any(holdings);
        List<Application> own = Objects.requireNonNull(files.get(holding));
        if (own.isEmpty()) {
            return;
        }
        Application one = random.nextBoolean() ? own.getLast() : any(own);
        Optional<CertificateEdge> edge = aPossibleEdge(one);
        CertificateSide by = edge.map(CertificateEdge::by).orElseGet(() -> any(SIDES));
        CertificateAction action = edge.map(CertificateEdge::action).orElseGet(() -> any(ACTIONS));
        if (by == CertificateSide.CLOCK || action == CertificateAction.TIME) {
            return;
        }
        try {
            decide(holding, one, by, action);
        } catch (RefusedException refused) {
            assertThat(refused.refusal()).isInstanceOf(CertificationRefusal.WrongPhase.class);
        }
    }

    private void decide(
            Holding holding, Application one, CertificateSide by, CertificateAction action) {
        CertificateEdge edge = CertificateRules.step(one.facts.phase(now), action, by, "理由");
        one.facts =
                edge.to() == CertificatePhase.PUBLIC_NOTICE
                        ? one.facts.approved(
                                CertificateTerm.of(
                                        now, olderUntil(holding, one), NOTICE_DAYS, VALID_DAYS))
                        : one.facts.moved(edge.to());
        if (action != CertificateAction.RESUBMIT && action != CertificateAction.APPLY) {
            papers.decided(holding, one.paper, action.name(), by == CertificateSide.PROVINCE, now);
        }
    }

    /** Mostly something that is possible, and more often what leads to a sale than what ends it. */
    private Optional<CertificateEdge> aPossibleEdge(Application one) {
        List<CertificateEdge> possible =
                CertificateLife.TABLE.stream()
                        .filter(edge -> edge.from() == one.facts.phase(now))
                        .filter(edge ->
                                !edge.action().needsReason()
                                        || edge.action() == CertificateAction.RESUME
                                        || random.nextInt(6) == 0)
                        .toList();
        return possible.isEmpty() || random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(any(possible));
    }

    private void drop(Holding holding, Application one) {
        Objects.requireNonNull(files.get(holding)).remove(one);
        papers.drop(holding, one.paper);
    }

    private @Nullable Instant olderUntil(Holding holding, Application renewal) {
        return Objects.requireNonNull(files.get(holding)).stream()
                .filter(other -> other != renewal)
                .map(other -> other.facts)
                .filter(facts ->
                        facts.stored() == CertificatePhase.IN_FORCE
                                || facts.stored() == CertificatePhase.SUSPENDED)
                .map(CertificateFacts::validUntil)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private void list(Product product) {
        if (attempt("list", product, true)) {
            product.listed = true;
        }
    }

    private void place(Product product) {
        if (attempt("place", product, product.listed) && orders.size() < MOST_ORDERS) {
            orders.add(new Order(product, new OrderWalk()));
        }
    }

    private void advance(Order order, String action) {
        if (attempt(action, order.product(), true)) {
            order.life().take(action);
        }
        if (order.life().isShipped() || random.nextInt(50) == 0) {
            orders.remove(order);
        }
    }

    /** Whether the rules let it pass; fails where they do not agree with the papers. */
    private boolean attempt(String what, Product product, boolean otherwisePossible) {
        boolean allowed = isCertified(product);
        assertThat(allowed)
                .as("%s of %s %s at %s", what, product.organisation, product.category, now)
                .isEqualTo(papers.maySell(product.organisation, product.category, now));
        if (!allowed) {
            blocked++;
        } else if (otherwisePossible) {
            done++;
        }
        return allowed && otherwisePossible;
    }

    private boolean isCertified(Product product) {
        return hasInForce(new Holding(product.organisation, null))
                && hasInForce(new Holding(product.organisation, product.category));
    }

    private boolean hasInForce(Holding holding) {
        return Objects.requireNonNull(files.get(holding)).stream()
                .anyMatch(one -> one.facts.phase(now) == CertificatePhase.IN_FORCE);
    }

    private boolean isOpen(Application one) {
        return switch (one.facts.stored()) {
            case COUNTY_REVIEW, PROVINCE_REVIEW, RETURNED -> true;
            case NONE, REFUSED, PUBLIC_NOTICE, APPROVED, IN_FORCE, EXPIRED, SUSPENDED, REVOKED ->
                    false;
        };
    }

    private boolean isOver(Application one) {
        CertificatePhase phase = one.facts.phase(now);
        return phase == CertificatePhase.EXPIRED
                || phase == CertificatePhase.REFUSED
                || phase == CertificatePhase.REVOKED;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
