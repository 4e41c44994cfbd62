package org.consumptionaid.marketplace.complaint;

import java.util.List;
import org.consumptionaid.marketplace.attachment.AttachmentView;
import org.jspecify.annotations.Nullable;

/**
 * A complaint with all that belongs to it.
 *
 * @param actions what the caller may do now
 * @param creditNote once something came of it
 */
public record ComplaintView(
        ComplaintHead complaint,
        List<ComplaintLine> lines,
        List<AttachmentView> attachments,
        List<ComplaintEventView> events,
        List<ComplaintAction> actions,
        @Nullable CreditNote creditNote) {}
