/**
 * Owns the analysis components that the catalogue's mapping uses and the bare server lacks. Names
 * and parameters are those of Elastic's analysis-common and analysis-smartcn, so that the same
 * mapping works on a production cluster. The work itself is done by Lucene's own classes.
 */
@NullMarked
package org.consumptionaid.elasticsearch.analysis;

import org.jspecify.annotations.NullMarked;
