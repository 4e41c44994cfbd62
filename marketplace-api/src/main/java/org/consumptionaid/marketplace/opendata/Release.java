package org.consumptionaid.marketplace.opendata;

/** A release as it was written, and where it stands in the feed. */
record Release(FeedCursor cursor, String document) {}
