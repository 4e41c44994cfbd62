package org.consumptionaid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consumptionaid.localstack.LaunchedStack;

/**
 * How soon {@code infra/run} is ready on an empty folder, and how much memory all its processes
 * hold then.
 */
final class StartBenchmark implements Benchmark {
    private static final double READY_SECONDS = 45;
    private static final double MEMORY_MEGABYTES = 2_500;
    private static final double KILOBYTES_PER_MEGABYTE = 1_000;
    private static final double MILLIS_PER_SECOND = 1_000;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "infra/run on an empty folder: seconds until ready, memory of all processes";
    }

    @Override
    public List<Result> run(Settings settings) {
        List<Double> seconds = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        for (int i = 0; i < settings.runs(); i++) {
            try (LaunchedStack stack = LaunchedStack.launch(newFolder())) {
                seconds.add(stack.awaitReady().toMillis() / MILLIS_PER_SECOND);
                megabytes.add(
                        stack.processes().stream().mapToDouble(StartBenchmark::megabytes).sum());
            }
        }
        return List.of(
                Result.atMost("start: ready", seconds, READY_SECONDS, "s"),
                Result.atMost("start: memory", megabytes, MEMORY_MEGABYTES, "MB"));
    }

    /**
     * What the process holds, pages it shares counted in parts (Linux's PSS); 0 if it has ended.
     */
    private static double megabytes(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / KILOBYTES_PER_MEGABYTE;
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("bench-start").resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
