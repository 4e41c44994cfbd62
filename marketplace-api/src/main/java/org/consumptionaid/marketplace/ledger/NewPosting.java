package org.consumptionaid.marketplace.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one account receives (+) or gives (−) in an entry.
 *
 * @param account its code; opened if it is new
 * @param organisationId whose account it is; none for the platform's own
 */
public record NewPosting(String account, @Nullable UUID organisationId, long amountFen) {}
