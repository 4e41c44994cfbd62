/**
 * Owns the limit of a page: an answer that never changes, put in front of everything in the API's
 * own server while it is measured. The API itself knows nothing of it.
 */
@NullMarked
package org.consumptionaid.load.fixed;

import org.jspecify.annotations.NullMarked;
