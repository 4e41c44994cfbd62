/**
 * The catalogue's indexer: one process of any number that bring changes from PostgreSQL to
 * Elasticsearch.
 *
 * <p>Owns the process: its settings, its start and its end. Promises to start with the whole
 * configuration or not at all, and then to wait for whatever is not there yet.
 */
@NullMarked
package org.consumptionaid.indexer;

import org.jspecify.annotations.NullMarked;
