/**
 * Owns the Elasticsearch node of the local stack: a real server run from its Maven artifacts. It
 * answers on the loopback interface only, and it never outlives the process that started it. For
 * development and tests: no scripts, no security, one node.
 */
@NullMarked
package org.consumptionaid.elasticsearch;

import org.jspecify.annotations.NullMarked;
