package org.consumptionaid.marketplace.ordering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consumptionaid.marketplace.attachment.AttachmentRefusal;
import org.consumptionaid.marketplace.attachment.Attachments;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.InvoiceStore.NewInvoice;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.AlreadyInvoiced;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.InvoiceAmountDiffers;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.InvoiceFileKind;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.InvoiceNumberUsed;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.NothingToReverse;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * VAT invoices about orders. All refuse with {@link NotFound} for an order of others and with
 * {@link OrderingRefusal.WrongState} where the order's life has no such step.
 */
@Service
public class Invoices {
    private static final Set<String> KINDS =
            Set.of("application/pdf", "application/ofd", "application/xml", "image/jpeg");

    private final InvoiceStore store;
    private final OrderSteps steps;
    private final WeightStore weights;
    private final Ordering ordering;
    private final Attachments attachments;
    private final Idempotency idempotency;
    private final Clock clock;

    Invoices(
            InvoiceStore store,
            OrderSteps steps,
            WeightStore weights,
            Ordering ordering,
            Attachments attachments,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.weights = weights;
        this.ordering = ordering;
        this.attachments = attachments;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Those about an order of the caller's, the oldest first. */
    public Mono<List<InvoiceView>> ofOrder(Caller caller, UUID orderId) {
        return ordering.order(caller, orderId).then(store.ofOrder(orderId));
    }

    /**
     * The cooperative has issued its invoice. Refusals: {@link AlreadyInvoiced}, {@link
     * InvoiceNumberUsed}, {@link InvoiceFileKind}, {@link AttachmentRefusal.UnknownAttachment},
     * those of {@link InvoiceForm#requireSum} and {@link InvoicePaper#require}.
     */
    Mono<OrderView> record(Caller caller, IdempotencyKey key, UUID orderId, InvoiceForm form) {
        record Input(OrderAction action, UUID orderId, InvoiceForm form) {}
        OrderStep step = new OrderStep(OrderAction.INVOICE, caller, form.number());
        Mono<UUID> work =
                lock(caller, orderId, step)
                        .doOnNext(order -> OrderRules.invoice(order, form.number()))
                        .flatMap(order ->
                                insert(caller, order, form)
                                        .then(steps.take(order, step, outcome(order, form))))
                        .flatMap(done ->
                                weights.allAccepted(
                                                done,
                                                WeightKind.INVOICED,
                                                caller.organisationId(),
                                                clock.instant())
                                        .thenReturn(done));
        return once(caller, key, new Input(OrderAction.INVOICE, orderId, form), work);
    }

    /**
     * A wrong invoice is reversed by a red one, and another takes its place, unless nothing is left
     * of what was accepted. Refusals: {@link NothingToReverse}, {@link InvoiceNumberUsed}, {@link
     * InvoiceFileKind}, {@link AttachmentRefusal.UnknownAttachment}, those of {@link
     * InvoiceForm#requireSum} and {@link InvoicePaper#require}.
     */
    Mono<OrderView> replace(Caller caller, IdempotencyKey key, UUID orderId, ReplacementForm form) {
        record Input(OrderAction action, UUID orderId, ReplacementForm form) {}
        OrderStep step = new OrderStep(OrderAction.REINVOICE, caller, form.reason().strip());
        Mono<UUID> work =
                lock(caller, orderId, step)
                        .flatMap(order ->
                                reverse(caller, order, form)
                                        .then(
                                                Mono.defer(() ->
                                                        insert(caller, order, form.invoice())))
                                        .then(
                                                Mono.defer(() ->
                                                        steps.take(
                                                                order,
                                                                step,
                                                                outcome(order, form.invoice())))));
        return once(caller, key, new Input(OrderAction.REINVOICE, orderId, form), work);
    }

    private Mono<OrderHead> lock(Caller caller, UUID orderId, OrderStep step) {
        return steps.lock(caller, orderId)
                .doOnNext(order -> OrderRules.requireKnown(order.state(), step.action()));
    }

    private Mono<Void> reverse(Caller caller, OrderHead order, ReplacementForm form) {
        InvoicePaper paper = form.red().paper();
        return store.ofOrder(order.id())
                .flatMapIterable(found -> found)
                .filter(InvoiceView::isStanding)
                .next()
                .switchIfEmpty(new NothingToReverse().asError())
                .flatMap(wrong ->
                        write(
                                caller,
                                new NewInvoice(
                                        Ids.next(clock),
                                        order.id(),
                                        wrong.id(),
                                        paper.require(wrong.issuedOn(), today()),
                                        -wrong.totalFen(),
                                        -wrong.taxFen(),
                                        form.reason().strip())));
    }

    /** None only where nothing is left to invoice. */
    private Mono<Void> insert(Caller caller, OrderHead order, @Nullable InvoiceForm form) {
        long accepted = order.acceptedFen() == null ? 0 : order.acceptedFen();
        if (form == null) {
            return accepted == 0 ? Mono.empty() : new InvoiceAmountDiffers(accepted).asError();
        }
        LocalDate ordered = BusinessDay.of(order.placedAt());
        return Mono.fromCallable(() -> form.requireSum(accepted).paper().require(ordered, today()))
                .flatMap(paper ->
                        write(
                                caller,
                                new NewInvoice(
                                        Ids.next(clock),
                                        order.id(),
                                        null,
                                        paper,
                                        form.totalFen(),
                                        form.taxFen(),
                                        "")));
    }

    private Mono<Void> write(Caller caller, NewInvoice invoice) {
        return attachments
                .requireOwn(caller.organisationId(), Set.of(invoice.paper().attachment()))
                .filter(files -> KINDS.contains(files.getFirst().contentType()))
                .switchIfEmpty(new InvoiceFileKind().asError())
                .then(store.insert(invoice, caller, clock.instant()))
                .onErrorMap(
                        DuplicateKeyException.class, _ -> new InvoiceNumberUsed().asException());
    }

    private static Outcome outcome(OrderHead order, @Nullable InvoiceForm form) {
        return Outcome.unchanged(order).withInvoice(form == null ? null : form.number());
    }

    private LocalDate today() {
        return BusinessDay.today(clock);
    }

    private Mono<OrderView> once(Caller caller, IdempotencyKey key, Object input, Mono<UUID> work) {
        return idempotency
                .once(caller.personId(), key, input, UUID.class, () -> work)
                .flatMap(done -> ordering.order(caller, done));
    }
}
