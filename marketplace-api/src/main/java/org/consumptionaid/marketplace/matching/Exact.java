package org.consumptionaid.marketplace.matching;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Some groups solved by CP-SAT (OR-tools), within what is left of what is scarce. One worker, a
 * fixed seed and a limit in the solver's own units of work: the same question has the same answer.
 */
final class Exact {
    private static final boolean THERE = load();

    private final Arcs arcs;
    private final CpModel model = new CpModel();
    private final LinearExprBuilder objective = LinearExpr.newBuilder();
    private final Map<Integer, BoolVar> used = new HashMap<>();
    private final Map<Integer, LinearExprBuilder> gramsOf = new HashMap<>();
    private final Map<Integer, LinearExprBuilder> capOf = new HashMap<>();
    private final Map<Integer, LinearExprBuilder> budgetOf = new HashMap<>();

    /** The solver's library is not there for every machine; large weeks do without it anyway. */
    private static boolean load() {
        try {
            Loader.loadNativeLibraries();
            return true;
        } catch (LinkageError | RuntimeException missing) {
            return false;
        }
    }

    private Exact(Arcs arcs) {
        this.arcs = arcs;
    }

    /**
     * What the solver says.
     *
     * @param arcOf by line, group after group in the order asked
     * @param bound no choice for these groups scores less
     */
    record Answer(List<Integer> arcOf, long score, double bound, boolean best) {}

    /**
     * Solves groups that nothing serves.
     *
     * @param hint a choice to begin with, by line of the whole week
     * @param work limit in the solver's deterministic seconds
     * @return nothing if the work was used up before any choice was found, or the solver is not
     *     there
     */
    static @Nullable Answer solve(Arcs arcs, int[] groups, Stock stock, int[] hint, double work) {
        if (!THERE) {
            return null;
        }
        Exact exact = new Exact(arcs);
        for (int group : groups) {
            exact.add(group, hint);
        }
        exact.bind(stock);
        return exact.solve(groups, work);
    }

    private void add(int group, int[] hint) {
        LinearExprBuilder[] served = new LinearExprBuilder[arcs.lines(group)];
        Arrays.setAll(served, _ -> LinearExpr.newBuilder());
        LinearExprBuilder come = LinearExpr.newBuilder();
        for (int slot = arcs.slotStart[group]; slot < arcs.slotStart[group + 1]; slot++) {
            come.add(slot(group, slot, served, hint));
        }
        model.addLessOrEqual(come, arcs.limit(group));
        for (int i = 0; i < served.length; i++) {
            int line = arcs.lineStart[group] + i;
            BoolVar left = model.newBoolVar("");
            served[i].add(left);
            objective.addTerm(left, arcs.penalty[line]);
            model.addHint(left, hint[line] < 0);
            model.addEquality(served[i], 1);
        }
    }

    private BoolVar slot(int group, int slot, LinearExprBuilder[] served, int[] hint) {
        int supplier = arcs.supplierOf[slot];
        BoolVar comes = model.newBoolVar("");
        LinearExprBuilder worth = LinearExpr.newBuilder();
        boolean hinted = false;
        for (int arc = arcs.arcStart[slot]; arc < arcs.arcStart[slot + 1]; arc++) {
            BoolVar serves = model.newBoolVar("");
            used.put(arc, serves);
            model.addImplication(serves, comes);
            worth.addTerm(serves, arcs.fen[arc]);
            objective.addTerm(serves, arcs.cost[arc]);
            served[arcs.line[arc] - arcs.lineStart[group]].add(serves);
            term(gramsOf, arcs.offer[arc], serves, arcs.grams[arc]);
            term(capOf, supplier, serves, arcs.fen[arc]);
            term(budgetOf, arcs.canteenOf[group], serves, arcs.fen[arc]);
            boolean inHint = hint[arcs.line[arc]] == arc;
            model.addHint(serves, inHint);
            hinted |= inHint;
        }
        model.addHint(comes, hinted);
        objective.addTerm(comes, arcs.deliveryFen);
        model.addGreaterOrEqual(worth, LinearExpr.term(comes, arcs.leastOrderFen[supplier]));
        return comes;
    }

    private static void term(
            Map<Integer, LinearExprBuilder> sums, int of, BoolVar variable, long amount) {
        sums.computeIfAbsent(of, _ -> LinearExpr.newBuilder()).addTerm(variable, amount);
    }

    private void bind(Stock stock) {
        gramsOf.forEach((of, sum) -> model.addLessOrEqual(sum, stock.gramsLeft(of)));
        capOf.forEach((of, sum) -> model.addLessOrEqual(sum, stock.capLeft(of)));
        budgetOf.forEach((of, sum) -> model.addLessOrEqual(sum, stock.budgetLeft(of)));
        model.minimize(objective);
    }

    private @Nullable Answer solve(int[] groups, double work) {
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setRandomSeed(1)
                .setMaxDeterministicTime(work)
                .setLogSearchProgress(false);
        CpSolverStatus status = solver.solve(model);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return null;
        }
        List<Integer> arcOf = new ArrayList<>();
        for (int group : groups) {
            arcOf.addAll(chosen(group, solver));
        }
        return new Answer(
                arcOf,
                Math.round(solver.objectiveValue()),
                solver.bestObjectiveBound(),
                status == CpSolverStatus.OPTIMAL);
    }

    private List<Integer> chosen(int group, CpSolver solver) {
        Integer[] arcOf = new Integer[arcs.lines(group)];
        Arrays.fill(arcOf, -1);
        for (int arc = arcs.firstArc(group); arc < arcs.endArc(group); arc++) {
            if (solver.booleanValue(Objects.requireNonNull(used.get(arc)))) {
                arcOf[arcs.line[arc] - arcs.lineStart[group]] = arc;
            }
        }
        return List.of(arcOf);
    }
}
