/**
 * Owns what checks of the benefit side found odd (数字脱贫) and what the county decided about it.
 *
 * <p>Promises that a finding is work with its evidence and never a label, and that a statistical
 * check is silent when there is too little to judge.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
