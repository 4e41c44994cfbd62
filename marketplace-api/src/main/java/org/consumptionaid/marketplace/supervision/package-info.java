/**
 * Owns nothing: reads the day's figures for the operator and the auditor, and a month of its
 * schools for an education bureau.
 *
 * <p>Promises that each figure is one query over the rows the other modules own.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
