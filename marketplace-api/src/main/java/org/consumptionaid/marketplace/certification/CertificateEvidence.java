package org.consumptionaid.marketplace.certification;

import java.util.UUID;
import org.consumptionaid.marketplace.attachment.AttachmentReaders;
import org.consumptionaid.marketplace.identity.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whoever sees an application sees its evidence. */
@Component
class CertificateEvidence implements AttachmentReaders {
    private final CertificateStore store;

    CertificateEvidence(CertificateStore store) {
        this.store = store;
    }

    @Override
    public Mono<Boolean> maySee(Caller caller, UUID attachmentId) {
        return store.shows(caller, attachmentId);
    }
}
