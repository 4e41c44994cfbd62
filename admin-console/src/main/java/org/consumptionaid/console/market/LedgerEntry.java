package org.consumptionaid.console.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking in double entry. */
public record LedgerEntry(
        String id,
        String kind,
        Instant bookedAt,
        @Nullable String note,
        @Nullable Long seal,
        List<Posting> postings) {

    /** What an account receives (+) or gives (-). */
    public record Posting(String account, @Nullable String organisationName, long amountFen) {

        /**
         * The account without whose it is: {@code cooperative/<id>/payable} is a
         * cooperative.payable.
         */
        public String kind() {
            return account.replaceFirst("/.*/|/", ".");
        }

        /** Whose account it is: the organisation's name, or a household's pseudonym. */
        public String owner() {
            if (organisationName != null) {
                return organisationName;
            }
            return account.startsWith("household/") ? account.split("/", -1)[1] : "";
        }
    }

    /** Zero, or the books are wrong. */
    public long sumFen() {
        return postings.stream().mapToLong(Posting::amountFen).reduce(0, Math::addExact);
    }
}
