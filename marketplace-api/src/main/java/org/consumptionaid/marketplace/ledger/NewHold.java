package org.consumptionaid.marketplace.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * Money to be promised until a moment, more than 0 fen.
 *
 * @param kind of the entry it becomes when it is posted
 * @param giver the code of an account that has the money
 * @param receiver opened if it is new
 */
public record NewHold(
        String kind,
        UUID subjectId,
        String giver,
        NewPosting receiver,
        String note,
        Instant expiresAt) {
    public NewHold {
        if (receiver.amountFen() <= 0) {
            throw new IllegalArgumentException("a hold of " + receiver.amountFen() + " fen");
        }
    }
}
