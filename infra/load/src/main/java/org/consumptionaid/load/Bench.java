package org.consumptionaid.load;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Runs a benchmark and prints its table; alone, lists what there is. */
@Command(
        name = "infra/bench",
        mixinStandardHelpOptions = true,
        description = "Measures ours and the limit in one run.")
public final class Bench implements Callable<Integer> {
    private static final List<Benchmark> ALL =
            List.of(
                    new StartBenchmark(),
                    new SearchQualityBenchmark(),
                    new CatalogueBenchmark(),
                    new CatalogueFaultsBenchmark(),
                    new OrdersBenchmark(),
                    new OpenDataBenchmark(),
                    new MatchingBenchmark(),
                    new RecallBenchmark());

    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            description = "what to measure; nothing lists what there is")
    private @Nullable String what;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "also write the results to this file")
    private @Nullable Path json;

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "how often each is measured (${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--products",
            defaultValue = "400000",
            description = "size of a generated catalogue (${DEFAULT-VALUE})")
    private int products;

    @Option(
            names = "--orders",
            defaultValue = "10000000",
            description = "orders present when orders are placed (${DEFAULT-VALUE})")
    private long orders;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "what chance follows (${DEFAULT-VALUE})")
    private long seed;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Bench() {}

    static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() {
        String name = what;
        if (name == null) {
            ALL.forEach(one -> out.println(one.name() + "  " + one.description()));
            return 0;
        }
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(this::measure)
                .orElseGet(() -> unknown(name));
    }

    private int measure(Benchmark benchmark) {
        List<Result> results =
                benchmark.run(new Settings(Math.max(1, runs), products, seed, orders));
        out.println(Result.header());
        results.forEach(result -> out.println(result.row()));
        if (json != null) {
            JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(json, results);
        }
        return 0;
    }

    private int unknown(String name) {
        out.println("There is no benchmark " + name + "; infra/bench lists what there is.");
        return 2;
    }
}
