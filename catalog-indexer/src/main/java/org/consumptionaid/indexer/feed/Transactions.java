package org.consumptionaid.indexer.feed;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The three kinds of transaction of a rebuild, by what each is for. */
@Component
class Transactions {

    private final PlatformTransactionManager manager;

    Transactions(PlatformTransactionManager manager) {
        this.manager = manager;
    }

    /**
     * Does nothing but hold the lock: it ends with the process, and takes no snapshot that stops
     * vacuum.
     */
    TransactionTemplate holdingLock() {
        return new TransactionTemplate(manager);
    }

    /** Commits at its end, whatever becomes of the one that holds the lock. */
    TransactionTemplate ofItsOwn() {
        TransactionTemplate own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    /** Sees the catalogue as of its first statement. */
    TransactionTemplate snapshot() {
        TransactionTemplate snapshot = ofItsOwn();
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return snapshot;
    }
}
