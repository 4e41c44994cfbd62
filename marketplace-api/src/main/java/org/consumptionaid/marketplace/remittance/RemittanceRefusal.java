package org.consumptionaid.marketplace.remittance;

import java.util.List;
import java.util.Locale;
import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why remittances cannot be dealt with as asked. */
public sealed interface RemittanceRefusal extends Refusal {
    /**
     * Nothing of the file is imported.
     *
     * @param cells what is wrong with the first bad rows, or with the file
     * @param rows how many are bad
     */
    record StatementUnreadable(List<BadStatement.Cell> cells, int rows)
            implements RemittanceRefusal {
        private Problem asProblem() {
            BadStatement.Cell first = cells.getFirst();
            Problem problem =
                    rows == 1
                            ? Problem.of(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "statement-" + code(first),
                                    first.line())
                            : Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "statement-rows", rows);
            return problem.at("file")
                    .with("line", first.line())
                    .with(
                            cells.stream()
                                    .filter(cell -> cell.line() > 0)
                                    .map(StatementUnreadable::wrong)
                                    .toList());
        }

        private static Problem.Wrong wrong(BadStatement.Cell cell) {
            return new Problem.Wrong(
                    "file", cell.line(), cell.column(), "statement.wrong." + cell.what());
        }

        private static String code(BadStatement.Cell cell) {
            return cell.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record StatementTooLarge(int mostMegabytes) implements RemittanceRefusal {}

    record BankCodeInvalid() implements RemittanceRefusal {}

    /** A column for the direction without the word that says incoming, or the other way round. */
    record DirectionIncomplete() implements RemittanceRefusal {}

    /** An order of the bundle is not the caller's, or nothing is due on it now. */
    record OrdersNotPayable() implements RemittanceRefusal {}

    /** The same payer was declared before. */
    record PayerDeclaredAlready() implements RemittanceRefusal {}

    /** The payer is neither the order's unit nor declared by it. */
    record PayerNotDeclared(String unit) implements RemittanceRefusal {}

    /** More than is left of the line. */
    record MoreThanCame(long leftFen) implements RemittanceRefusal {}

    /** Nothing of the line is posted and it is not set aside: there is nothing to take back. */
    record NothingToTakeBack() implements RemittanceRefusal {}

    /** The line is posted or set aside. */
    record LineDecided() implements RemittanceRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case StatementUnreadable unreadable -> unreadable.asProblem();
            case StatementTooLarge(int most) ->
                    Problem.of(HttpStatus.CONTENT_TOO_LARGE, "statement-too-large", most)
                            .at("file");
            case BankCodeInvalid() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "bank-code-invalid").at("code");
            case DirectionIncomplete() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "direction-incomplete")
                            .at("incomingWord");
            case OrdersNotPayable() ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "orders-not-payable")
                            .at("orderIds");
            case PayerDeclaredAlready() ->
                    Problem.of(HttpStatus.CONFLICT, "payer-declared-already").at("payerName");
            case PayerNotDeclared(String unit) ->
                    Problem.of(HttpStatus.CONFLICT, "payer-not-declared", unit);
            case MoreThanCame(long left) ->
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "more-than-came")
                            .at("amountFen")
                            .with("leftFen", left);
            case NothingToTakeBack() -> Problem.of(HttpStatus.CONFLICT, "nothing-to-take-back");
            case LineDecided() -> Problem.of(HttpStatus.CONFLICT, "line-decided");
        };
    }
}
