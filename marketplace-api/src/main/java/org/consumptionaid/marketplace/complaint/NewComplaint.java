package org.consumptionaid.marketplace.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;

/** A complaint about to be written. */
record NewComplaint(
        UUID id,
        String number,
        UUID orderId,
        Caller by,
        ComplaintForm form,
        List<ComplaintLine> lines,
        Instant at,
        Instant dueAt) {}
