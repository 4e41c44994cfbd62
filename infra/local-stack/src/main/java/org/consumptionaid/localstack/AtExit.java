package org.consumptionaid.localstack;

/** Closes a server when this process ends before its user has. */
final class AtExit {

    private AtExit() {}

    static void close(AutoCloseable server) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> closeQuietly(server), "close-server"));
    }

    private static void closeQuietly(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception failed) {
            System.err.println("Not closed: " + failed.getMessage());
        }
    }
}
