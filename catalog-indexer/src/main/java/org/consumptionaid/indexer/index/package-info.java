/**
 * The index in Elasticsearch; nothing outside this package knows Elastic's client.
 *
 * <p>Owns the definition ({@code catalog-index.json}), the names of indices, the alias {@code
 * catalog} and the reading of what {@code _bulk} answers. Promises that an older version never
 * replaces a newer one, and that a document is called refused only when the document is to blame.
 */
@NullMarked
package org.consumptionaid.indexer.index;

import org.jspecify.annotations.NullMarked;
