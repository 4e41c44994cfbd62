package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.time.LocalDate;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.jspecify.annotations.Nullable;

/** When an approved certificate is on notice and in force. */
record CertificateTerm(Instant noticeUntil, Instant validFrom, Instant validUntil) {
    /**
     * The day of the approval does not count towards the notice; without any notice the certificate
     * is in force at once. It begins no earlier than an older one ends.
     *
     * @param olderUntil when the last of the older certificates ends, if there is one
     */
    static CertificateTerm of(
            Instant approvedAt, @Nullable Instant olderUntil, long noticeDays, long validityDays) {
        LocalDate today = BusinessDay.of(approvedAt);
        Instant notice =
                noticeDays == 0 ? approvedAt : BusinessDay.start(today.plusDays(noticeDays + 1));
        Instant from = olderUntil != null && olderUntil.isAfter(notice) ? olderUntil : notice;
        Instant until = BusinessDay.start(BusinessDay.of(from).plusDays(validityDays));
        return new CertificateTerm(notice, from, until);
    }
}
