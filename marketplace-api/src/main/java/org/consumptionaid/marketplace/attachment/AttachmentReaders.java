package org.consumptionaid.marketplace.attachment;

import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import reactor.core.publisher.Mono;

/**
 * Whoever uses files names who may see them: beside the owner, the operator and the auditor, a
 * caller sees a file for whom one of these says so.
 */
public interface AttachmentReaders {
    /** Whether something of this package's shows the caller that file; never empty. */
    Mono<Boolean> maySee(Caller caller, UUID attachmentId);
}
