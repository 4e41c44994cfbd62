package org.consumptionaid.marketplace.menu;

/** What is particular about a dish. The first three may not be served in schools. */
enum DishFlag {
    COLD("banned-cold-dish"),
    RAW("banned-raw-dish"),
    CREAM("banned-cream-dish"),
    LIVER("");

    private final String problem;

    DishFlag(String problem) {
        this.problem = problem;
    }

    /** The code of the problem with serving it; empty where there is none. */
    String problem() {
        return problem;
    }
}
