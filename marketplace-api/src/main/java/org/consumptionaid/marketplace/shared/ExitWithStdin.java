package org.consumptionaid.marketplace.shared;

import java.io.IOException;

/** Ends this process when the one that started it is gone, however that one ended. */
public final class ExitWithStdin {
    private static final String SWITCH = "MARKETPLACE_EXIT_WITH_STDIN";

    private ExitWithStdin() {}

    /** Watches standard input if {@code MARKETPLACE_EXIT_WITH_STDIN} is {@code true}. */
    public static void watchIfAsked() {
        if (Boolean.parseBoolean(System.getenv(SWITCH))) {
            Thread.ofPlatform().daemon().name("exit-with-stdin").start(ExitWithStdin::drain);
        }
    }

    private static void drain() {
        try {
            while (System.in.read() != -1) {}
        } catch (IOException _) {
            // a broken pipe says the same as its end
        }
        System.exit(0);
    }
}
