package org.consumptionaid.marketplace.ordering;

import org.consumptionaid.marketplace.shared.Paper;
import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why an order cannot be placed or taken a step further. */
public sealed interface OrderingRefusal extends Refusal {
    /** The same product stands in two lines. */
    record ProductTwice() implements OrderingRefusal {}

    /** The order is in no state from which this can be done. */
    record WrongState(OrderState state) implements OrderingRefusal {}

    /** Pay-first goods may not leave before they are paid. */
    record NotPaidYet(long dueFen) implements OrderingRefusal {}

    /** More was paid than was accepted; the rest is refunded before the cooperative is paid out. */
    record RefundDue(long fen) implements OrderingRefusal {}

    /** Acceptance must name every line of the order once. */
    record LinesMissing(int lines) implements OrderingRefusal {}

    /** More was weighed than was shipped. */
    record MoreThanShipped(int line, long shippedGrams) implements OrderingRefusal {}

    /** More packages than are left to ship of a line. */
    record MoreThanLeft(int line, long packages) implements OrderingRefusal {}

    /** No shipment, or not this one, waits to be weighed. */
    record NothingUnderWay() implements OrderingRefusal {}

    /** Nothing of this shipment was refused, or it was said before what became of it. */
    record NothingComingHome() implements OrderingRefusal {}

    /** It is to be said of each of the refused lines, once, what became of it. */
    record RefusedLinesMissing(int lines) implements OrderingRefusal {}

    /** More packages than were refused of a line. */
    record MoreThanRefused(int line, long packages) implements OrderingRefusal {}

    /** Several shipments are under way, and it was not said which one was weighed. */
    record ShipmentUnnamed(int underWay) implements OrderingRefusal {}

    /** So much less than was shipped is accepted only with a reason. */
    record ReasonMissing(int line, long toleranceBasisPoints) implements OrderingRefusal {}

    /** More money than is due, or a refund of more than was overpaid. */
    record TooMuchMoney(long mostFen) implements OrderingRefusal {}

    /** The invoice number stands for another invoice, of this supplier or any other. */
    record InvoiceNumberUsed() implements OrderingRefusal {}

    /** Only an invoice with 8 digits has a code, and it has one. */
    record InvoiceCodeOfOldStyle() implements OrderingRefusal {}

    /** It was issued before the order, or what it reverses, or it will be tomorrow. */
    record InvoiceDayImpossible() implements OrderingRefusal {}

    /** The invoice is about another sum than what is accepted of the order. */
    record InvoiceAmountDiffers(long acceptedFen) implements OrderingRefusal {}

    /** As much tax as the sum it is part of. */
    record InvoiceTaxTooMuch() implements OrderingRefusal {}

    /** Its file is neither PDF nor OFD nor XML nor JPEG. */
    record InvoiceFileKind() implements OrderingRefusal {}

    /** No invoice of the order stands. */
    record NothingToReverse() implements OrderingRefusal {}

    /**
     * The order has its invoice; a wrong one is corrected by another document, not by another
     * number.
     */
    record AlreadyInvoiced() implements OrderingRefusal {}

    /** A paid order is not changed: cancel it, and the money is refunded. */
    record PaidAlready(long paidFen) implements OrderingRefusal {}

    /** Goods go back only for some days after they were accepted. */
    record ReturnWindowOver() implements OrderingRefusal {}

    /** The cooperative is paid out once the buyer's complaint is decided. */
    record ComplaintUndecided() implements OrderingRefusal {}

    /** More is to be credited than was accepted. */
    record MoreThanAccepted(int line) implements OrderingRefusal {}

    /** A changed order keeps its products; it names every line with its new quantity. */
    record NotTheSameProducts() implements OrderingRefusal {}

    record TooManyCartLines(int most) implements OrderingRefusal {}

    /** Who ordered goods does not accept them, in a unit that keeps roles. */
    record OwnOrder() implements OrderingRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case ProductTwice() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "product-twice").at("lines");
            case WrongState(OrderState state) ->
                    Problem.of(HttpStatus.CONFLICT, "wrong-order-state")
                            .with("state", state.name());
            case NotPaidYet(long due) ->
                    Problem.of(HttpStatus.CONFLICT, "not-paid-yet").with("dueFen", due);
            case RefundDue(long fen) ->
                    Problem.of(HttpStatus.CONFLICT, "refund-due").with("refundFen", fen);
            case LinesMissing(int lines) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "lines-missing", lines)
                            .at("lines");
            case MoreThanShipped(int line, long grams) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "more-than-shipped", line)
                            .at("lines")
                            .with("shippedGrams", grams);
            case MoreThanLeft(int line, long packages) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "more-than-left", line, packages)
                            .at("lines")
                            .with("packages", packages);
            case NothingUnderWay() -> Problem.of(HttpStatus.CONFLICT, "nothing-under-way");
            case NothingComingHome() -> Problem.of(HttpStatus.CONFLICT, "nothing-coming-home");
            case RefusedLinesMissing(int lines) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "refused-lines-missing", lines)
                            .at("lines");
            case MoreThanRefused(int line, long packages) ->
                    Problem.of(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "more-than-refused",
                                    line,
                                    packages)
                            .at("lines")
                            .with("packages", packages);
            case ShipmentUnnamed(int underWay) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "shipment-unnamed", underWay)
                            .at("shipment");
            case ReasonMissing(int line, long tolerance) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "weight-reason-missing", line)
                            .at("lines")
                            .with("toleranceBasisPoints", tolerance);
            case TooMuchMoney(long most) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "too-much-money")
                            .at("amountFen")
                            .with("mostFen", most);
            case InvoiceNumberUsed() ->
                    Problem.of(HttpStatus.CONFLICT, "invoice-number-used").at("number");
            case InvoiceCodeOfOldStyle() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invoice-code").at("code");
            case InvoiceDayImpossible() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invoice-day").at("issuedOn");
            case InvoiceAmountDiffers(long accepted) ->
                    Problem.of(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "invoice-amount-differs",
                                    Paper.yuan(accepted))
                            .at("totalFen")
                            .with("acceptedFen", accepted);
            case InvoiceTaxTooMuch() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invoice-tax").at("taxFen");
            case InvoiceFileKind() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invoice-file-kind")
                            .at("attachment");
            case NothingToReverse() -> Problem.of(HttpStatus.CONFLICT, "nothing-to-reverse");
            case AlreadyInvoiced() ->
                    Problem.of(HttpStatus.CONFLICT, "already-invoiced").at("number");
            case PaidAlready(long paid) ->
                    Problem.of(HttpStatus.CONFLICT, "paid-already").with("paidFen", paid);
            case ReturnWindowOver() -> Problem.of(HttpStatus.CONFLICT, "return-window-over");
            case ComplaintUndecided() -> Problem.of(HttpStatus.CONFLICT, "complaint-undecided");
            case MoreThanAccepted(int line) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "more-than-accepted", line)
                            .at("lines");
            case NotTheSameProducts() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-the-same-products")
                            .at("lines");
            case OwnOrder() -> Problem.of(HttpStatus.CONFLICT, "own-order");
            case TooManyCartLines(int most) ->
                    Problem.of(HttpStatus.CONFLICT, "too-many-cart-lines", most);
        };
    }
}
