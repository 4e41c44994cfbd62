package org.consumptionaid.console.complaint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.market.Command.NewComplaint;
import org.consumptionaid.console.market.Order;
import org.jspecify.annotations.Nullable;

/** A complaint as it is typed; lines left empty are not complained about. */
record ComplaintForm(
        @Nullable String kind,
        @Nullable String reason,
        @Nullable List<String> attachments,
        @Nullable List<String> amounts) {

    private static final String RETURN = "RETURN";

    static final ComplaintForm EMPTY = new ComplaintForm(RETURN, "", List.of(), List.of());

    /** What was typed for the order's lines, in their order, beside the files that are kept. */
    static ComplaintForm typed(HttpServletRequest request, Order order, List<String> newFiles) {
        String[] kept =
                Objects.requireNonNullElse(
                        request.getParameterValues("attachments"), new String[0]);
        return new ComplaintForm(
                request.getParameter("kind"),
                request.getParameter("reason"),
                Stream.concat(Arrays.stream(kept), newFiles.stream()).toList(),
                order.lines().stream()
                        .map(line -> request.getParameter("amount-" + line.line()))
                        .map(amount -> Objects.requireNonNullElse(amount, ""))
                        .toList());
    }

    private boolean isReturn() {
        return RETURN.equals(kind);
    }

    public List<String> evidence() {
        return Objects.requireNonNullElse(attachments, List.of());
    }

    public String amount(int place) {
        return amounts == null || place >= amounts.size() ? "" : amounts.get(place);
    }

    /** {@link Amounts.Unreadable} if an amount is none. */
    NewComplaint command(Order order) {
        List<Order.Line> lines = order.lines();
        return new NewComplaint(
                isReturn() ? RETURN : "ALLOWANCE",
                Objects.requireNonNullElse(reason, "").strip(),
                evidence(),
                IntStream.range(0, lines.size())
                        .filter(place -> !amount(place).isBlank())
                        .mapToObj(place -> line(lines.get(place).line(), amount(place)))
                        .toList());
    }

    private NewComplaint.Line line(int line, String amount) {
        String field = "amount-" + line;
        return isReturn()
                ? new NewComplaint.Line(line, Amounts.grams(field, amount), null)
                : new NewComplaint.Line(line, null, Amounts.fen(field, amount));
    }
}
