package org.consumptionaid.indexer.feed;

/**
 * What the feed has still to do.
 *
 * @param pending changes that wait; counted up to {@link FeedStore#PENDING_COUNT_MAX}
 * @param lagSeconds age of the oldest of them; 0 when none waits
 * @param parked products that the index refused
 */
record Backlog(long pending, double lagSeconds, long parked) {}
