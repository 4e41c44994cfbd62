package org.consumptionaid.marketplace.complaint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consumptionaid.marketplace.complaint.ComplaintRefusal.LinesOfComplaint;
import org.consumptionaid.marketplace.complaint.ComplaintRefusal.MoreThanAsked;
import org.consumptionaid.marketplace.complaint.ComplaintRefusal.PackagesTooMany;
import org.consumptionaid.marketplace.ordering.CreditedLine;
import org.consumptionaid.marketplace.ordering.OrderLineView;
import org.consumptionaid.marketplace.shared.Money;

/** Decides what a complaint is worth. Knows no database and no clock. */
final class ComplaintRules {
    private ComplaintRules() {}

    /**
     * What is asked for. Goods that go back are worth what they were accepted for, in proportion,
     * half up to the fen.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link LinesOfComplaint} for a
     *     line twice, unknown, without its amount or with more than was accepted
     */
    static List<ComplaintLine> ask(ComplaintForm form, List<OrderLineView> accepted) {
        Set<Integer> seen = new HashSet<>();
        List<ComplaintLine> lines = new ArrayList<>();
        for (ComplaintForm.Line asked : form.lines()) {
            OrderLineView line =
                    accepted.stream()
                            .filter(one -> one.line() == asked.line() && seen.add(asked.line()))
                            .findFirst()
                            .orElseThrow(() -> new LinesOfComplaint(asked.line()).asException());
            lines.add(form.kind() == ComplaintKind.RETURN ? goods(asked, line) : off(asked, line));
        }
        return lines;
    }

    /** What comes off for goods that are kept. */
    static List<CreditedLine> allowed(List<ComplaintLine> lines) {
        return lines.stream().map(line -> new CreditedLine(line.line(), 0, line.fen(), 0)).toList();
    }

    /**
     * What comes off for the weight that is back: what was asked, in proportion, half up to the
     * fen.
     *
     * @throws org.consumptionaid.marketplace.shared.RefusedException {@link LinesOfComplaint} for a
     *     line that is missing, unknown or there twice, {@link MoreThanAsked}, {@link
     *     PackagesTooMany}
     */
    static List<CreditedLine> received(List<ComplaintLine> asked, List<ReceivedLine> arrived) {
        List<CreditedLine> credited = new ArrayList<>();
        for (ComplaintLine line : asked) {
            List<ReceivedLine> said =
                    arrived.stream().filter(one -> one.line() == line.line()).toList();
            if (said.size() != 1) {
                throw new LinesOfComplaint(line.line()).asException();
            }
            credited.add(received(line, said.getFirst()));
        }
        if (arrived.size() != asked.size()) {
            throw new LinesOfComplaint(0).asException();
        }
        return credited;
    }

    private static CreditedLine received(ComplaintLine asked, ReceivedLine arrived) {
        if (arrived.grams() > asked.grams()) {
            throw new MoreThanAsked(asked.line(), asked.grams()).asException();
        }
        if (arrived.packagesOrNone() > arrived.grams() / asked.unitGrams()) {
            throw new PackagesTooMany(asked.line(), arrived.grams() / asked.unitGrams())
                    .asException();
        }
        long fen = new Money(asked.fen()).share(arrived.grams(), asked.grams()).fen();
        return new CreditedLine(asked.line(), arrived.grams(), fen, arrived.packagesOrNone());
    }

    private static ComplaintLine goods(ComplaintForm.Line asked, OrderLineView line) {
        long most = line.acceptedGrams() == null ? 0 : line.acceptedGrams();
        Long grams = asked.grams();
        if (grams == null || asked.fen() != null || grams > most) {
            throw new LinesOfComplaint(asked.line()).asException();
        }
        long fen = new Money(fen(line)).share(grams, most).fen();
        return of(line, grams, Math.max(1, fen));
    }

    private static ComplaintLine off(ComplaintForm.Line asked, OrderLineView line) {
        Long fen = asked.fen();
        if (fen == null || asked.grams() != null || fen > fen(line)) {
            throw new LinesOfComplaint(asked.line()).asException();
        }
        return of(line, 0, fen);
    }

    private static ComplaintLine of(OrderLineView line, long grams, long fen) {
        return new ComplaintLine(line.line(), line.name(), line.unitGrams(), grams, fen);
    }

    private static long fen(OrderLineView line) {
        return line.acceptedFen() == null ? 0 : line.acceptedFen();
    }
}
