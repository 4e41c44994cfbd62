package org.consumptionaid.localstack;

import java.util.concurrent.CompletableFuture;

/** One server of the stack, from its start to its end. */
sealed interface Server extends AutoCloseable
        permits ApplicationServer, ElasticsearchServer, PostgresServer, StripeServer {

    String name();

    /** Where people or programs find it, without passwords. */
    String address();

    /** Starts it and returns when it is ready. */
    void start() throws InterruptedException;

    /** Completes when it has ended by itself, with a sentence about how. */
    CompletableFuture<String> death();

    /** Stops it when it runs, and keeps it from starting later. */
    @Override
    void close();
}
