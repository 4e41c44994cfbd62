package org.consumptionaid.marketplace.complaint;

import java.util.UUID;
import org.consumptionaid.marketplace.attachment.AttachmentReaders;
import org.consumptionaid.marketplace.identity.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides of an order see the evidence of its complaints. */
@Component
class ComplaintEvidence implements AttachmentReaders {
    private final ComplaintStore store;

    ComplaintEvidence(ComplaintStore store) {
        this.store = store;
    }

    @Override
    public Mono<Boolean> maySee(Caller caller, UUID attachmentId) {
        return store.shows(caller, attachmentId);
    }
}
