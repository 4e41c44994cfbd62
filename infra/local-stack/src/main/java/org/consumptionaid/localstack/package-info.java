/**
 * Owns the servers that the marketplace leans on, run without Docker: PostgreSQL, Elasticsearch and
 * a stand-in for Stripe, one by one for tests or all together with the applications by {@link
 * org.consumptionaid.localstack.Launcher}. Every server answers on the loopback interface only,
 * every wait has a limit, and nothing that was started outlives its starter.
 */
@NullMarked
package org.consumptionaid.localstack;

import org.jspecify.annotations.NullMarked;
