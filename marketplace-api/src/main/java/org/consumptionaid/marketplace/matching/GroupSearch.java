package org.consumptionaid.marketplace.matching;

import java.util.Arrays;

/**
 * Finds who comes to a canteen on a day and who brings which line, at given prices and within what
 * is left of what is scarce.
 *
 * <p>Suppliers are added while that helps, then exchanged one for one as long as any exchange helps
 * (the fast interchange of the p-median problem: with each line's best and second best supplier
 * known, an exchange is weighed by looking at the newcomer's lines only). Then lines take their
 * packages, and suppliers below their least order get more lines or go.
 *
 * <p>Holds scratch space: one for each thread.
 */
final class GroupSearch {
    private static final int EXCHANGES = 60;
    private static final double WORTHWHILE = 1e-6;

    private final Arcs arcs;
    private final int[] keptStart;
    private final int[] keptLine;
    private final int[] keptArc;
    private final double[] keptCost;
    private final boolean[] open;
    private final double[] cheapest;
    private final double[] second;
    private final int[] owner;
    private final double[] loss;
    private final long[] slotFen;
    private final int[] choice;
    private int group;
    private int slots;
    private int lines;
    private int opened;
    private int limit;

    GroupSearch(Arcs arcs) {
        this.arcs = arcs;
        int mostArcs = arcs.most(one -> arcs.endArc(one) - arcs.firstArc(one));
        int mostSlots = arcs.most(arcs::slots);
        int mostLines = arcs.most(arcs::lines);
        keptStart = new int[mostSlots + 1];
        keptLine = new int[mostArcs];
        keptArc = new int[mostArcs];
        keptCost = new double[mostArcs];
        open = new boolean[mostSlots];
        loss = new double[mostSlots];
        slotFen = new long[mostSlots];
        cheapest = new double[mostLines];
        second = new double[mostLines];
        owner = new int[mostLines];
        choice = new int[mostLines];
    }

    /**
     * Serves the group's lines, which nothing serves yet.
     *
     * @param arcOf by line; -1 where nothing does
     */
    void run(int wanted, Prices prices, Stock stock, int[] arcOf) {
        group = wanted;
        lines = arcs.lines(group);
        limit = arcs.limit(group);
        keep(prices, stock);
        chooseSuppliers();
        take(stock);
        meetLeastOrders(stock);
        for (int i = 0; i < lines; i++) {
            arcOf[arcs.lineStart[group] + i] = choice[i] < 0 ? -1 : keptArc[choice[i]];
        }
    }

    /** The arcs that what is left allows, one of each line and supplier. */
    private void keep(Prices prices, Stock stock) {
        int canteen = arcs.canteenOf[group];
        slots = arcs.slots(group);
        int kept = 0;
        for (int i = 0; i < slots; i++) {
            int slot = arcs.slotStart[group] + i;
            int supplier = arcs.supplierOf[slot];
            double perFen = prices.perFen(supplier, canteen);
            keptStart[i] = kept;
            for (int arc = arcs.arcStart[slot]; arc < arcs.arcStart[slot + 1]; arc++) {
                if (!stock.has(arc, supplier, canteen)) {
                    continue;
                }
                int line = arcs.line[arc] - arcs.lineStart[group];
                double cost = prices.of(arcs, arc, perFen);
                boolean another = kept > keptStart[i] && keptLine[kept - 1] == line;
                if (another && keptCost[kept - 1] <= cost) {
                    continue;
                }
                int at = another ? kept - 1 : kept++;
                keptLine[at] = line;
                keptArc[at] = arc;
                keptCost[at] = cost;
            }
        }
        keptStart[slots] = kept;
    }

    private void chooseSuppliers() {
        Arrays.fill(open, 0, slots, false);
        opened = 0;
        own();
        int add = bestAddition();
        while (add >= 0) {
            open[add] = true;
            opened++;
            own();
            add = bestAddition();
        }
        for (int i = 0; i < EXCHANGES && exchange(); i++) {
            own();
        }
    }

    /** Each line's cheapest and second cheapest among the suppliers that come. */
    private void own() {
        for (int line = 0; line < lines; line++) {
            cheapest[line] = arcs.penalty[arcs.lineStart[group] + line];
            second[line] = cheapest[line];
            owner[line] = -1;
        }
        for (int slot = 0; slot < slots; slot++) {
            for (int k = keptStart[slot]; open[slot] && k < keptStart[slot + 1]; k++) {
                int line = keptLine[k];
                if (keptCost[k] < cheapest[line]) {
                    second[line] = cheapest[line];
                    cheapest[line] = keptCost[k];
                    owner[line] = slot;
                } else if (keptCost[k] < second[line]) {
                    second[line] = keptCost[k];
                }
            }
        }
    }

    private int bestAddition() {
        if (opened >= limit) {
            return -1;
        }
        int best = -1;
        double most = WORTHWHILE;
        for (int slot = 0; slot < slots; slot++) {
            double gain = open[slot] ? 0 : gainOfAdding(slot);
            if (gain > most) {
                most = gain;
                best = slot;
            }
        }
        return best;
    }

    private double gainOfAdding(int slot) {
        double gain = -arcs.deliveryFen;
        long fen = 0;
        for (int k = keptStart[slot]; k < keptStart[slot + 1]; k++) {
            fen += arcs.fen[keptArc[k]];
            gain += Math.max(0, cheapest[keptLine[k]] - keptCost[k]);
        }
        return fen < arcs.leastOrderFen[supplier(slot)] ? 0 : gain;
    }

    private int supplier(int slot) {
        return arcs.supplierOf[arcs.slotStart[group] + slot];
    }

    /** The best exchange of one that comes for one that does not, or one that goes. */
    private boolean exchange() {
        double most = WORTHWHILE;
        int in = -1;
        int out = -1;
        lossOfGoing();
        for (int slot = 0; slot < slots; slot++) {
            if (open[slot] && -loss[slot] > most) {
                most = -loss[slot];
                in = -1;
                out = slot;
            }
        }
        for (int slot = 0; slot < slots; slot++) {
            if (open[slot]) {
                continue;
            }
            int goes = weigh(slot);
            double gain = goes < 0 ? 0 : gainOfWeighed;
            if (gain > most) {
                most = gain;
                in = slot;
                out = goes;
            }
        }
        if (out < 0) {
            return false;
        }
        open[out] = false;
        opened--;
        if (in >= 0) {
            open[in] = true;
            opened++;
        }
        return true;
    }

    private double gainOfWeighed;

    private void lossOfGoing() {
        Arrays.fill(loss, 0, slots, (double) -arcs.deliveryFen);
        for (int line = 0; line < lines; line++) {
            if (owner[line] >= 0) {
                loss[owner[line]] += second[line] - cheapest[line];
            }
        }
    }

    /** Whom a newcomer had best take the place of; its gain is then in gainOfWeighed. */
    private int weigh(int slot) {
        double gain = -arcs.deliveryFen;
        long fen = 0;
        for (int k = keptStart[slot]; k < keptStart[slot + 1]; k++) {
            int line = keptLine[k];
            fen += arcs.fen[keptArc[k]];
            if (keptCost[k] < cheapest[line]) {
                gain += cheapest[line] - keptCost[k];
                correct(line, second[line] - cheapest[line], -1);
            } else if (keptCost[k] < second[line]) {
                correct(line, second[line] - keptCost[k], -1);
            }
        }
        int goes = -1;
        for (int other = 0; other < slots; other++) {
            if (open[other] && (goes < 0 || loss[other] < loss[goes])) {
                goes = other;
            }
        }
        gainOfWeighed =
                goes < 0 || fen < arcs.leastOrderFen[supplier(slot)] ? 0 : gain - loss[goes];
        for (int k = keptStart[slot]; k < keptStart[slot + 1]; k++) {
            int line = keptLine[k];
            if (keptCost[k] < cheapest[line]) {
                correct(line, second[line] - cheapest[line], 1);
            } else if (keptCost[k] < second[line]) {
                correct(line, second[line] - keptCost[k], 1);
            }
        }
        return goes;
    }

    private void correct(int line, double amount, int sign) {
        if (owner[line] >= 0) {
            loss[owner[line]] += sign * amount;
        }
    }

    /** Lines take their packages, those first that lose most if they cannot have their cheapest. */
    private void take(Stock stock) {
        Arrays.fill(slotFen, 0, slots, 0);
        Arrays.fill(choice, 0, lines, -1);
        Integer[] order = new Integer[lines];
        Arrays.setAll(order, line -> line);
        Arrays.sort(
                order, (a, b) -> Double.compare(second[b] - cheapest[b], second[a] - cheapest[a]));
        for (int line : order) {
            give(line, cheapestOf(line, stock, -1), stock);
        }
    }

    /**
     * The cheapest kept arc of a line that is left, of a supplier that comes; -1 if leaving it is
     * cheaper.
     */
    private int cheapestOf(int line, Stock stock, int butNot) {
        int best = -1;
        double least = arcs.penalty[arcs.lineStart[group] + line];
        for (int slot = 0; slot < slots; slot++) {
            if (!open[slot] || slot == butNot) {
                continue;
            }
            int k = kept(slot, line);
            if (k >= 0
                    && keptCost[k] < least
                    && stock.has(keptArc[k], supplier(slot), arcs.canteenOf[group])) {
                least = keptCost[k];
                best = k;
            }
        }
        return best;
    }

    private int kept(int slot, int line) {
        int at = Arrays.binarySearch(keptLine, keptStart[slot], keptStart[slot + 1], line);
        return Math.max(at, -1);
    }

    private int slotOf(int k) {
        int at = Arrays.binarySearch(keptStart, 0, slots + 1, k);
        int slot = at >= 0 ? at : -at - 2;
        while (keptStart[slot + 1] == keptStart[slot]) {
            slot++;
        }
        return slot;
    }

    private void give(int line, int k, Stock stock) {
        choice[line] = k;
        if (k >= 0) {
            int slot = slotOf(k);
            slotFen[slot] += arcs.fen[keptArc[k]];
            stock.take(keptArc[k], supplier(slot), arcs.canteenOf[group]);
        }
    }

    private void leave(int line, Stock stock) {
        int k = choice[line];
        if (k >= 0) {
            int slot = slotOf(k);
            slotFen[slot] -= arcs.fen[keptArc[k]];
            stock.giveBack(keptArc[k], supplier(slot), arcs.canteenOf[group]);
            choice[line] = -1;
        }
    }

    private void meetLeastOrders(Stock stock) {
        int slot = belowLeast();
        while (slot >= 0) {
            if (!fillUp(slot, stock)) {
                close(slot, stock);
            }
            slot = belowLeast();
        }
    }

    private boolean below(int slot) {
        return slotFen[slot] < arcs.leastOrderFen[supplier(slot)];
    }

    /**
     * Of those that come for too little the one with the least; one that brings nothing goes by
     * itself.
     */
    private int belowLeast() {
        int found = -1;
        for (int slot = 0; slot < slots; slot++) {
            if (open[slot] && slotFen[slot] == 0) {
                open[slot] = false;
                opened--;
            }
            if (open[slot] && below(slot) && (found < 0 || slotFen[slot] < slotFen[found])) {
                found = slot;
            }
        }
        return found;
    }

    /**
     * Moves lines to a supplier from others that can spare them; changes nothing if that is not
     * enough.
     */
    private boolean fillUp(int slot, Stock stock) {
        int[] before = Arrays.copyOf(choice, lines);
        double extra = 0;
        while (below(slot)) {
            int k = cheapestMove(slot, stock);
            if (k < 0) {
                break;
            }
            extra += keptCost[k] - costOf(keptLine[k]);
            leave(keptLine[k], stock);
            give(keptLine[k], k, stock);
        }
        if (!below(slot) && extra < costOfClosing(slot, before)) {
            return true;
        }
        restore(before, stock);
        return false;
    }

    private double costOf(int line) {
        return choice[line] < 0
                ? arcs.penalty[arcs.lineStart[group] + line]
                : keptCost[choice[line]];
    }

    private int cheapestMove(int slot, Stock stock) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = keptStart[slot]; k < keptStart[slot + 1]; k++) {
            int line = keptLine[k];
            boolean bound =
                    choice[line] >= 0 && (slotOf(choice[line]) == slot || !spares(choice[line]));
            if (bound || !stock.has(keptArc[k], supplier(slot), arcs.canteenOf[group])) {
                continue;
            }
            double rate = (keptCost[k] - costOf(line)) / Math.max(1, arcs.fen[keptArc[k]]);
            if (rate < least) {
                least = rate;
                best = k;
            }
        }
        return best;
    }

    /** Whether a line's supplier still reaches its least order without it, or has nothing else. */
    private boolean spares(int k) {
        int slot = slotOf(k);
        long left = slotFen[slot] - arcs.fen[keptArc[k]];
        return left == 0 || left >= arcs.leastOrderFen[supplier(slot)];
    }

    /**
     * What its lines would cost elsewhere, by what each could have had; -delivery for the trip
     * saved.
     */
    private double costOfClosing(int slot, int[] before) {
        double cost = -arcs.deliveryFen;
        for (int line = 0; line < lines; line++) {
            if (before[line] >= 0 && slotOf(before[line]) == slot) {
                cost += elsewhere(line, slot) - keptCost[before[line]];
            }
        }
        return cost;
    }

    private double elsewhere(int line, int butNot) {
        double least = arcs.penalty[arcs.lineStart[group] + line];
        for (int slot = 0; slot < slots; slot++) {
            int k = open[slot] && slot != butNot ? kept(slot, line) : -1;
            least = k < 0 ? least : Math.min(least, keptCost[k]);
        }
        return least;
    }

    private void restore(int[] before, Stock stock) {
        for (int line = 0; line < lines; line++) {
            if (choice[line] != before[line]) {
                leave(line, stock);
            }
        }
        for (int line = 0; line < lines; line++) {
            if (choice[line] != before[line]) {
                give(line, before[line], stock);
            }
        }
    }

    private void close(int slot, Stock stock) {
        open[slot] = false;
        opened--;
        for (int line = 0; line < lines; line++) {
            if (choice[line] >= 0 && slotOf(choice[line]) == slot) {
                leave(line, stock);
                give(line, cheapestOf(line, stock, slot), stock);
            }
        }
    }
}
