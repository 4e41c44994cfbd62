/**
 * Owns uploaded files: what they are, where they lie, who may see them.
 *
 * <p>Promises that a file is what its type says, has at most 20 MiB, and is never served as a page.
 */
@NullMarked
@ApplicationModule
package org.consumptionaid.marketplace.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
