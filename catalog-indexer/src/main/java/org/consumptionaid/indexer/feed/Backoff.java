package org.consumptionaid.indexer.feed;

import java.time.Duration;

/** Pauses that double from the first to the longest. */
record Backoff(Duration first, Duration longest) {

    private static final int DOUBLINGS_MAX = 20;

    /** The pause after so many failures in a row, from 1. */
    Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MAX));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
