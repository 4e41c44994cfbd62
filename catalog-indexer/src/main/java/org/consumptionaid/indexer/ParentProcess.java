package org.consumptionaid.indexer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Ends this process with the one that started it: then nobody writes to our standard input any
 * more.
 */
final class ParentProcess {

    private static final String SETTING = "MARKETPLACE_EXIT_WITH_STDIN";

    private ParentProcess() {}

    static void watchIfAsked(Map<String, String> environment) {
        if (Boolean.parseBoolean(environment.get(SETTING))) {
            Thread.ofPlatform().daemon().name("parent-process").start(ParentProcess::exitAtEnd);
        }
    }

    private static void exitAtEnd() {
        awaitEnd(System.in);
        System.exit(0);
    }

    private static void awaitEnd(InputStream input) {
        try {
            input.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe is an end, too.
        }
    }
}
