package org.consumptionaid.marketplace.ordering;

import java.util.UUID;
import org.consumptionaid.marketplace.attachment.AttachmentReaders;
import org.consumptionaid.marketplace.identity.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides of an order see the files of its invoices. */
@Component
class InvoiceFiles implements AttachmentReaders {
    private final InvoiceStore store;

    InvoiceFiles(InvoiceStore store) {
        this.store = store;
    }

    @Override
    public Mono<Boolean> maySee(Caller caller, UUID attachmentId) {
        return store.shows(caller, attachmentId);
    }
}
