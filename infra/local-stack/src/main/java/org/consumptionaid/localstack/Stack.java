package org.consumptionaid.localstack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.consumptionaid.localstack.StackPlan.Step;
import org.consumptionaid.localstack.StackPlan.UsedPort;
import org.jspecify.annotations.Nullable;

/** All servers together: started as soon as those they need are ready, stopped in reverse order. */
final class Stack implements AutoCloseable {

    private final List<Step> steps;
    private final DataFolder folder;
    private final Terminal terminal;
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;
    private boolean stopped;

    Stack(List<Step> steps, DataFolder folder, Terminal terminal) {
        this.steps = steps;
        this.folder = folder;
        this.terminal = terminal;
    }

    /** Refuses ports that are taken or named twice, all of them in one answer. */
    static void checkPorts(List<UsedPort> ports) {
        Set<Integer> seen = new HashSet<>();
        List<String> refusals =
                ports.stream()
                        .filter(used -> !seen.add(used.port()) || Ports.isTaken(used.port()))
                        .map(Stack::refusal)
                        .toList();
        if (!refusals.isEmpty()) {
            throw new StartFailure(String.join("\n", refusals));
        }
    }

    private static String refusal(UsedPort used) {
        return "Port %d for %s is taken; choose another with %s N."
                .formatted(used.port(), used.server(), used.option());
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws StartFailure of the first server that does not start
     */
    void start() {
        Map<String, CompletableFuture<Void>> ready = new HashMap<>();
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (Step step : steps) {
            CompletableFuture<Void> started =
                    allOf(step.after().stream().filter(ready::containsKey).map(ready::get).toList())
                            .thenRunAsync(() -> start(step.server()), starters);
            ready.put(step.server().name(), started);
            var _ = started.whenComplete((_, failed) -> fail(failure, failed));
        }
        await(CompletableFuture.anyOf(failure, allOf(List.copyOf(ready.values()))));
    }

    private static CompletableFuture<Void> allOf(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    private static void fail(CompletableFuture<Void> failure, @Nullable Throwable failed) {
        if (failed != null) {
            failure.completeExceptionally(failed);
        }
    }

    private void start(Server server) {
        if (stopping) {
            return;
        }
        terminal.starting(server.name());
        Instant begin = Instant.now();
        try {
            server.start();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailure(
                    server.name() + " was interrupted while it started", interrupted);
        }
        terminal.ready(server, Duration.between(begin, Instant.now()));
    }

    private static void await(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof StartFailure sentence) {
                throw sentence;
            }
            throw failed;
        }
    }

    /** Waits until a server ends by itself, and tells how; waits for ever while all is well. */
    String awaitDeath() {
        CompletableFuture<?>[] deaths =
                steps.stream().map(step -> step.server().death()).toArray(CompletableFuture[]::new);
        return String.valueOf(CompletableFuture.anyOf(deaths).join());
    }

    boolean isStopping() {
        return stopping;
    }

    @Override
    public void close() {
        stopping = true;
        closeOnce();
    }

    private synchronized void closeOnce() {
        if (stopped) {
            return;
        }
        terminal.muteWarnings();
        terminal.say("Stopping …");
        steps.reversed().forEach(step -> step.server().close());
        starters.shutdownNow();
        folder.children().forget();
        folder.close();
        stopped = true;
        terminal.say("Stopped.");
    }
}
