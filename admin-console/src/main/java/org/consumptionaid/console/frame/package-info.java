/**
 * What every page stands in: sign-in and session, security headers, language, figures and dates,
 * friendly failures.
 *
 * <p>Promises that no user action ends in a bare error page and that no response lacks the policy.
 */
@NullMarked
package org.consumptionaid.console.frame;

import org.jspecify.annotations.NullMarked;
