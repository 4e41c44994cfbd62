package org.consumptionaid.localstack;

import java.util.ArrayList;
import java.util.List;

/**
 * The Java programs of the stack and the memory each may use: together, with PostgreSQL, below 2.5
 * GB. The launcher's own options stand in {@code infra/run}.
 *
 * <p>All run on the serial collector and the quick compiler alone: on two cores the stack is ready
 * sooner and smaller, and a first look needs no more. Measure speed elsewhere.
 */
enum JavaProgram {
    API(320, 64),
    INDEXER(160, 48),
    CONSOLE(192, 48),
    ELASTICSEARCH(448, 96),
    ELASTICSEARCH_IN_TESTS(384, 96);

    private static final List<String> COMMON =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:ReservedCodeCacheSize=96m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xss512k",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dfile.encoding=UTF-8",
                    "-Dstdout.encoding=UTF-8",
                    "-Dstderr.encoding=UTF-8");

    private final int heapMegabytes;
    private final int directMegabytes;

    JavaProgram(int heapMegabytes, int directMegabytes) {
        this.heapMegabytes = heapMegabytes;
        this.directMegabytes = directMegabytes;
    }

    List<String> options() {
        List<String> options = new ArrayList<>(COMMON);
        options.add("-Xmx" + heapMegabytes + "m");
        options.add("-XX:MaxDirectMemorySize=" + directMegabytes + "m");
        return List.copyOf(options);
    }
}
