package org.consumptionaid.indexer.feed;

import java.sql.SQLException;
import java.time.Duration;
import org.consumptionaid.indexer.index.IndexUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A thread that repeats a step until the application ends; after a failure it pauses and goes on.
 */
final class Worker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    /**
     * A step cut short repeats its work at the next start, so there is no use in waiting longer.
     */
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    private final String name;
    private final Step step;
    private final Backoff backoff;
    private volatile boolean running;
    private @Nullable Thread thread;

    Worker(String name, Step step, Backoff backoff) {
        this.name = name;
        this.step = step;
        this.backoff = backoff;
    }

    /** One turn of the work. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::repeat);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
            join(thread);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void repeat() {
        int failures = 0;
        while (running) {
            failures = succeeds() ? 0 : failures + 1;
            if (failures > 0) {
                pause(backoff.after(failures));
            }
        }
    }

    private boolean succeeds() {
        try {
            step.run();
            return true;
        } catch (Exception e) {
            report(e);
            return false;
        }
    }

    /** One line for what passes by itself; a stack trace for what nobody expected. */
    private void report(Exception e) {
        if (!running) {
            log.debug("{} was cut short", name, e);
        } else if (e instanceof IndexUnavailable
                || e instanceof DataAccessException
                || e instanceof TransactionException
                || e instanceof SQLException
                || e instanceof TooManyRefused) {
            log.warn(
                    "{} will try again: {}",
                    name,
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        } else {
            log.error("{} will try again", name, e);
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread running) {
        try {
            running.join(STOP_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
