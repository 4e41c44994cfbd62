package org.consumptionaid.marketplace.complaint;

import java.time.Instant;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as lists show it.
 *
 * @param fen what is asked for
 * @param dueAt until when it is somebody's turn; none once it is decided
 */
public record ComplaintHead(
        UUID id,
        String number,
        ComplaintKind kind,
        ComplaintState state,
        UUID orderId,
        String orderNumber,
        UUID buyerId,
        String buyerName,
        UUID supplierId,
        String supplierName,
        String reason,
        long fen,
        Instant askedAt,
        @Nullable Instant dueAt) {

    /** What the caller is in it; none for who only looks on. */
    @Nullable Party partyOf(Caller caller) {
        return switch (caller.role()) {
            case BUYER, CANTEEN -> caller.organisationId().equals(buyerId) ? Party.BUYER : null;
            case COOPERATIVE -> caller.organisationId().equals(supplierId) ? Party.SUPPLIER : null;
            case OPERATOR -> Party.OPERATOR;
            case COUNTY_REVIEWER, PROVINCE_REVIEWER, EDUCATION_BUREAU, AUDITOR -> null;
        };
    }
}
