/**
 * The feed: changes of the catalogue out of PostgreSQL, into the index, and the rebuild of the
 * whole index.
 *
 * <p>Owns the rows of {@code catalog_change}, {@code catalog_change_parked} and {@code
 * catalog_index}. Promises that every change committed is indexed, in any order and by any number
 * of processes, whoever crashes when.
 *
 * <p>Why none is lost. A change and its row in {@code catalog_change} commit together. Whoever
 * takes the row reads the document in a later snapshot, so it reads that change or a newer one; and
 * what commits after that read left a row of its own, which the same rule covers. The row is
 * deleted in the transaction that saw the document arrive. Two processes with two rows of one
 * product write in either order: the document's version decides.
 *
 * <p>Why a rebuild loses none. The name of the new index commits under a lock that waits for every
 * batch in flight, and the snapshot that fills it is taken later: a change is in that snapshot, or
 * a later batch writes it to both.
 */
@NullMarked
package org.consumptionaid.indexer.feed;

import org.jspecify.annotations.NullMarked;
