package org.consumptionaid.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Ends the process when the launcher that started it is gone, which it sees as the end of stdin.
 */
final class ExitWithStdin {

    private ExitWithStdin() {}

    static void ifAsked(Map<String, String> environment) {
        if (Boolean.parseBoolean(environment.get("MARKETPLACE_EXIT_WITH_STDIN"))) {
            Thread.ofPlatform()
                    .daemon()
                    .name("exit-with-stdin")
                    .start(() -> exitAtEndOf(System.in));
        }
    }

    private static void exitAtEndOf(InputStream stdin) {
        try {
            stdin.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // A broken pipe says the same as its end.
        }
        System.exit(0);
    }
}
