/**
 * Owns the questions put to Elasticsearch: text, facets with exact counts, pages.
 *
 * <p>Promises that a product without a certificate in force at the moment of asking is not found.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
