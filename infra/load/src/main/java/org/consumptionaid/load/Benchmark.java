package org.consumptionaid.load;

import java.util.List;

/** Something that can be measured by name. */
interface Benchmark {
    /** What one types after {@code infra/bench}. */
    String name();

    /** One line about what it measures. */
    String description();

    /** Measures ours and the limit in one run. */
    List<Result> run(Settings settings);
}
