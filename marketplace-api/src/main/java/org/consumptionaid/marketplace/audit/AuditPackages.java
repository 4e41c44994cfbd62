package org.consumptionaid.marketplace.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.consumptionaid.marketplace.audit.IndexPage.Fact;
import org.consumptionaid.marketplace.audit.IndexPage.Listed;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Paper;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Audit packages: zips that are made while they are read. Each paper is asked for when its turn
 * comes, so a package of thousands of orders holds no transaction and no more than one order's
 * papers in memory.
 */
@Service
public class AuditPackages {
    private static final String INDEX = "index.pdf";
    private static final UUID NONE = new UUID(0, 0);

    private final AuditStore store;
    private final OrderPapers papers;
    private final Ordering ordering;
    private final Clock clock;

    AuditPackages(AuditStore store, OrderPapers papers, Ordering ordering, Clock clock) {
        this.store = store;
        this.papers = papers;
        this.ordering = ordering;
        this.clock = clock;
    }

    /** A zip under its name. */
    record AuditZip(String name, Flux<DataBuffer> content) {}

    /** The papers of an order of the caller's. Refusals: {@link NotFound}. */
    Mono<AuditZip> ofOrder(Caller caller, UUID orderId) {
        return ordering.order(caller, orderId)
                .map(order ->
                        new AuditZip(
                                "audit-" + order.number() + ".zip",
                                ZipFlow.of(zip -> order(caller, order, zip, "", _ -> {}))));
    }

    /**
     * The papers of every order that a budget unit placed in a fiscal year, each in a folder with
     * an index of its own, and an index of those. The caller's unit; operator and auditor name one.
     * Refusals: {@link NotFound} for what is no budget unit.
     */
    Mono<AuditZip> ofYear(Caller caller, @Nullable UUID unitId, int year) {
        UUID unit = caller.seesAll() && unitId != null ? unitId : caller.organisationId();
        return store.unit(unit)
                .switchIfEmpty(new NotFound().asError())
                .map(name ->
                        new AuditZip(
                                "audit-" + year + ".zip",
                                ZipFlow.of(zip -> year(caller, unit, name, year, zip))));
    }

    private Flux<DataBuffer> year(Caller caller, UUID unit, String name, int year, ZipFlow zip) {
        List<Listed> indices = new ArrayList<>();
        List<Fact> facts =
                List.of(
                        new Fact("预算单位", name),
                        new Fact("财政年度", Integer.toString(year)),
                        new Fact("生成日期", BusinessDay.today(clock).toString()));
        return orders(unit, year)
                .concatMap(id -> ordering.order(caller, id), 1)
                .concatMap(
                        order -> order(caller, order, zip, order.number() + "/", indices::add), 1)
                .concatWith(index(zip, "", "年度采购审计资料包目录", facts, indices, _ -> {}));
    }

    /** Page by page, the next one only when it is needed. */
    private Flux<UUID> orders(UUID unit, int year) {
        return store.orders(unit, year, NONE)
                .expand(page ->
                        page.size() < AuditStore.PAGE
                                ? Mono.empty()
                                : store.orders(unit, year, page.getLast()))
                .concatMapIterable(page -> page, 1);
    }

    /**
     * The papers of one order and their index.
     *
     * @param indexed is told of the index
     */
    private Flux<DataBuffer> order(
            Caller caller, OrderView order, ZipFlow zip, String path, Consumer<Listed> indexed) {
        List<Listed> listed = new ArrayList<>();
        return papers.of(caller, order, zip, path, listed::add)
                .concatWith(index(zip, path, "采购审计资料包目录", facts(order), listed, indexed));
    }

    private List<Fact> facts(OrderView order) {
        Long accepted = order.acceptedFen();
        return List.of(
                new Fact("订单编号", order.number()),
                new Fact("采购人", order.buyerName()),
                new Fact("供货人", order.supplierName()),
                new Fact("下单日期", BusinessDay.of(order.placedAt()).toString()),
                new Fact("订单金额（元）", Paper.yuan(order.totalFen())),
                new Fact("验收金额（元）", accepted == null ? "—" : Paper.yuan(accepted)),
                new Fact("已付金额（元）", Paper.yuan(order.paidFen())),
                new Fact("生成日期", BusinessDay.today(clock).toString()));
    }

    private static Flux<DataBuffer> index(
            ZipFlow zip,
            String path,
            String title,
            List<Fact> facts,
            List<Listed> listed,
            Consumer<Listed> indexed) {
        return Mono.fromCallable(() -> IndexPage.pdf(title, facts, listed))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapMany(pdf -> zip.member(path + INDEX, OrderPapers.just(pdf), indexed));
    }
}
