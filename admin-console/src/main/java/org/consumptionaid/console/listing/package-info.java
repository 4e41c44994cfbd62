/**
 * What a cooperative sells: list, enter, change, withdraw.
 *
 * <p>Promises that two people who edit one product never overwrite each other unseen.
 */
@NullMarked
package org.consumptionaid.console.listing;

import org.jspecify.annotations.NullMarked;
