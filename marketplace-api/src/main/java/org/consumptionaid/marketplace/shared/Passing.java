package org.consumptionaid.marketplace.shared;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells what may go better in a moment from a defect; for work nobody waits for. */
public final class Passing {
    private Passing() {}

    /** A database that went away in mid-work took the work back and comes again. */
    public static boolean mayPass(@Nullable Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof TransactionException
                || cause instanceof TimeoutException;
    }
}
