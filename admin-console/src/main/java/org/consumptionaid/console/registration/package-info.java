/**
 * How an organisation comes to trade here: anyone registers and sees how it stands, the operator
 * decides.
 *
 * <p>Promises never to show a password or an account's number again.
 */
@NullMarked
package org.consumptionaid.console.registration;

import org.jspecify.annotations.NullMarked;
