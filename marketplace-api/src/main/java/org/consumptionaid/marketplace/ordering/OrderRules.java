package org.consumptionaid.marketplace.ordering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.AlreadyInvoiced;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.ComplaintUndecided;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.LinesMissing;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.MoreThanAccepted;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.MoreThanShipped;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.NotPaidYet;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.NotTheSameProducts;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.PaidAlready;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.RefundDue;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.ReturnWindowOver;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.TooMuchMoney;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.WrongState;
import org.consumptionaid.marketplace.shared.Money;
import org.jspecify.annotations.Nullable;

/** Decides about steps of orders. Knows no database and no clock. */
final class OrderRules {
    private OrderRules() {}

    /**
     * The step an action takes.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link WrongState}, {@link
     *     NotPaidYet}, {@link RefundDue}, {@link PaidAlready}, {@link ReturnWindowOver}, {@link
     *     ComplaintUndecided}
     */
    static Edge step(OrderFacts facts, OrderAction action) {
        return OrderLife.step(facts, action)
                .orElseThrow(() -> refusal(facts, action).asException());
    }

    /** Refuses an action that does not exist in this state at all: {@link WrongState}. */
    static void requireKnown(OrderState state, OrderAction action) {
        if (!OrderLife.exists(state, action)) {
            throw new WrongState(state).asException();
        }
    }

    /** What may be paid now. Refuses where nothing can be paid at all: {@link WrongState}. */
    static Money payable(OrderFacts facts) {
        step(facts, OrderAction.PAY);
        return new Money(facts.dueFen());
    }

    /** The facts after a payment. Refuses more than is due: {@link TooMuchMoney}. */
    static OrderFacts pay(OrderFacts facts, Money amount) {
        if (amount.fen() > facts.dueFen()) {
            throw new TooMuchMoney(facts.dueFen()).asException();
        }
        return facts.withPaid(facts.paidFen() + amount.fen());
    }

    /**
     * The facts after money came that nobody can turn away; what is too much is then to be
     * refunded.
     */
    static OrderFacts receive(OrderFacts facts, Money amount) {
        return facts.withPaid(Math.addExact(facts.paidFen(), amount.fen()));
    }

    /**
     * The facts after a payment was taken back. Refuses more than is left of it: {@link
     * TooMuchMoney}.
     */
    static OrderFacts reverse(OrderFacts facts, Money amount) {
        if (amount.fen() > facts.paidFen()) {
            throw new TooMuchMoney(facts.paidFen()).asException();
        }
        return facts.withPaid(facts.paidFen() - amount.fen());
    }

    /** The facts after a refund. Refuses more than was overpaid: {@link TooMuchMoney}. */
    static OrderFacts refund(OrderFacts facts, Money amount) {
        if (amount.fen() > facts.refundableFen()) {
            throw new TooMuchMoney(facts.refundableFen()).asException();
        }
        return facts.withPaid(facts.paidFen() - amount.fen());
    }

    /**
     * What each line costs by the weight that was accepted: its total in proportion, half up to the
     * fen.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link LinesMissing}, {@link
     *     MoreThanShipped}
     */
    static List<AcceptedLine> accept(List<OrderLineView> lines, List<WeighedLine> weighed) {
        List<AcceptedLine> accepted = new ArrayList<>();
        for (OrderLineView line : lines) {
            long grams = weightOf(line, weighed, lines.size());
            long fen = new Money(line.totalFen()).share(grams, line.orderedGrams()).fen();
            accepted.add(new AcceptedLine(line.line(), grams, fen));
        }
        if (weighed.size() != lines.size()) {
            throw new LinesMissing(lines.size()).asException();
        }
        return accepted;
    }

    /**
     * What is accepted of each line after some of it is credited.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link MoreThanAccepted}
     */
    static List<AcceptedLine> credit(List<OrderLineView> lines, List<CreditedLine> credited) {
        List<AcceptedLine> left = new ArrayList<>();
        for (OrderLineView line : lines) {
            long grams = line.acceptedGrams() == null ? 0 : line.acceptedGrams();
            long fen = line.acceptedFen() == null ? 0 : line.acceptedFen();
            for (CreditedLine one : credited) {
                if (one.line() == line.line()) {
                    grams -= one.grams();
                    fen -= one.fen();
                }
            }
            if (grams < 0 || fen < 0) {
                throw new MoreThanAccepted(line.line()).asException();
            }
            left.add(new AcceptedLine(line.line(), grams, fen));
        }
        return left;
    }

    /**
     * The order with its invoice.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link AlreadyInvoiced}
     */
    static Outcome invoice(OrderHead order, String number) {
        if (order.invoiceNumber() != null) {
            throw new AlreadyInvoiced().asException();
        }
        return Outcome.unchanged(order).withInvoice(number);
    }

    /**
     * The order that takes the place of another.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link NotTheSameProducts}
     */
    static PlaceOrders changed(
            OrderHead order, List<OrderLineView> old, List<PlaceOrders.Line> lines) {
        Set<UUID> products = old.stream().map(OrderLineView::productId).collect(Collectors.toSet());
        long different = lines.stream().map(PlaceOrders.Line::productId).distinct().count();
        if (different < lines.size()
                || !lines.stream().allMatch(line -> products.contains(line.productId()))) {
            throw new NotTheSameProducts().asException();
        }
        return new PlaceOrders(
                lines,
                order.terms(),
                order.deliverTo(),
                order.deliverOn(),
                order.note(),
                order.budgetLineId());
    }

    /** What the caller may do with the order now. */
    static List<OfferedAction> offered(Caller caller, OrderHead order, GoodsFacts goods) {
        OrderFacts facts = order.facts().withGoods(goods);
        List<OfferedAction> offered = new ArrayList<>();
        for (OfferedAction action : OfferedAction.values()) {
            if (isFor(action, sideOf(caller, order)) && isPossible(action, facts)) {
                offered.add(action);
            }
        }
        offered.remove(
                order.invoiceNumber() == null ? OfferedAction.REINVOICE : OfferedAction.INVOICE);
        return offered;
    }

    static @Nullable Side sideOf(Caller caller, OrderHead order) {
        return switch (caller.role()) {
            case BUYER, CANTEEN ->
                    caller.organisationId().equals(order.buyerId()) ? Side.BUYER : null;
            case COOPERATIVE ->
                    caller.organisationId().equals(order.supplierId()) ? Side.SUPPLIER : null;
            case OPERATOR -> Side.OPERATOR;
            case COUNTY_REVIEWER, PROVINCE_REVIEWER, EDUCATION_BUREAU, AUDITOR -> null;
        };
    }

    static Channel channelOf(Caller caller) {
        return caller.role() == Role.CANTEEN ? Channel.SCHOOL : Channel.PROCUREMENT;
    }

    private static OrderingRefusal refusal(OrderFacts facts, OrderAction action) {
        boolean wrongState = !OrderLife.exists(facts.state(), action);
        if (wrongState || action == OrderAction.PAY) {
            return new WrongState(facts.state());
        }
        if (action == OrderAction.CHANGE) {
            return new PaidAlready(facts.paidFen());
        }
        if (action == OrderAction.COMPLAIN) {
            return new ReturnWindowOver();
        }
        if (facts.complaintOpen()) {
            return new ComplaintUndecided();
        }
        return facts.refundableFen() > 0
                ? new RefundDue(facts.refundableFen())
                : new NotPaidYet(facts.dueFen());
    }

    private static long weightOf(OrderLineView line, List<WeighedLine> weighed, int lines) {
        WeighedLine found =
                weighed.stream()
                        .filter(one -> one.line() == line.line())
                        .findFirst()
                        .orElseThrow(() -> new LinesMissing(lines).asException());
        if (found.acceptedGrams() > line.orderedGrams()) {
            throw new MoreThanShipped(line.line(), line.orderedGrams()).asException();
        }
        return found.acceptedGrams();
    }

    private static boolean isFor(OfferedAction action, @Nullable Side side) {
        return side
                == switch (action) {
                    case CONFIRM, REFUSE, SHIP, CLOSE, RESTOCK, INVOICE, REINVOICE -> Side.SUPPLIER;
                    case CANCEL, CHANGE, ACCEPT, PAY_BY_CARD, COMPLAIN -> Side.BUYER;
                    case RECORD_REMITTANCE, REFUND -> Side.OPERATOR;
                };
    }

    private static boolean isPossible(OfferedAction action, OrderFacts facts) {
        return switch (action) {
            case CONFIRM -> can(facts, OrderAction.CONFIRM);
            case REFUSE -> can(facts, OrderAction.REFUSE);
            case CANCEL -> can(facts, OrderAction.CANCEL);
            case CHANGE -> can(facts, OrderAction.CHANGE);
            case SHIP -> can(facts, OrderAction.SHIP);
            case CLOSE -> can(facts, OrderAction.CLOSE);
            case ACCEPT -> facts.goods().underWay() && can(facts, OrderAction.ACCEPT);
            case RESTOCK -> facts.goods().comingHome() && can(facts, OrderAction.RESTOCK);
            case INVOICE -> can(facts, OrderAction.INVOICE);
            case REINVOICE -> can(facts, OrderAction.REINVOICE);
            case PAY_BY_CARD, RECORD_REMITTANCE ->
                    facts.dueFen() > 0 && can(facts, OrderAction.PAY);
            case REFUND -> facts.refundableFen() > 0 && can(facts, OrderAction.REFUND);
            case COMPLAIN -> !facts.complaintOpen() && can(facts, OrderAction.COMPLAIN);
        };
    }

    private static boolean can(OrderFacts facts, OrderAction action) {
        return OrderLife.step(facts, action).isPresent();
    }
}
