package org.consumptionaid.marketplace.ledger;

import java.util.List;
import java.util.UUID;

/**
 * Something that happened to money: two postings or more, none of them zero, that sum to zero.
 *
 * @param subjectId what it is about, such as an order
 */
public record NewEntry(String kind, UUID subjectId, String note, List<NewPosting> postings) {
    public NewEntry {
        long sum = 0;
        for (NewPosting posting : postings) {
            if (posting.amountFen() == 0) {
                throw new IllegalArgumentException("a posting of 0 fen to " + posting.account());
            }
            sum = Math.addExact(sum, posting.amountFen());
        }
        if (sum != 0 || postings.size() < 2) {
            throw new IllegalArgumentException(
                    postings.size() + " postings that sum to " + sum + " fen");
        }
        postings = List.copyOf(postings);
    }
}
