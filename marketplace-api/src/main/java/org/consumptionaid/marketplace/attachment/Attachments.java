package org.consumptionaid.marketplace.attachment;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Taking files in and giving them to who may see them. */
@Service
public class Attachments {
    private static final int LONGEST_NAME = 120;

    private final AttachmentStore store;
    private final StoredFiles files;
    private final List<AttachmentReaders> readers;
    private final Idempotency idempotency;
    private final Clock clock;

    Attachments(
            AttachmentStore store,
            StoredFiles files,
            List<AttachmentReaders> readers,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.readers = readers;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** A file and what is known of it. */
    record Download(AttachmentView attachment, Flux<DataBuffer> content) {}

    /**
     * Takes a file in for the caller's organisation. Refusals: all of {@link AttachmentRefusal} but
     * the last.
     */
    Mono<AttachmentView> upload(
            Caller caller, IdempotencyKey key, String name, Flux<DataBuffer> body) {
        String tidied = name.replaceAll("[\\p{Cntrl}/\\\\]", "_").strip();
        if (tidied.isEmpty() || tidied.length() > LONGEST_NAME) {
            return new AttachmentRefusal.FileNameInvalid().asError();
        }
        return Upload.with(body, upload -> keep(caller, key, tidied, upload));
    }

    /**
     * The file, for its organisation, the operator, the auditor and whom {@link AttachmentReaders}
     * name. Refusals: {@link NotFound}.
     */
    Mono<Download> download(Caller caller, UUID id) {
        return store.find(id)
                .filterWhen(_ -> maySee(caller, id))
                .map(found -> new Download(found, files.read(found.sha256())))
                .switchIfEmpty(new NotFound().asError());
    }

    /**
     * The named files, if all of them are the organisation's own. Refusals: {@link
     * AttachmentRefusal.UnknownAttachment}.
     *
     * @param ids 100 at most
     */
    public Mono<List<AttachmentView>> requireOwn(UUID organisationId, Set<UUID> ids) {
        return store.ofOrganisation(organisationId, ids)
                .filter(found -> found.size() == ids.size())
                .switchIfEmpty(new AttachmentRefusal.UnknownAttachment().asError());
    }

    private Mono<Boolean> maySee(Caller caller, UUID id) {
        return caller.seesAll()
                ? Mono.just(true)
                : store.isOf(caller.organisationId(), id)
                        .flatMap(own -> own ? Mono.just(true) : isShown(caller, id));
    }

    private Mono<Boolean> isShown(Caller caller, UUID id) {
        return Flux.fromIterable(readers)
                .concatMap(reader -> reader.maySee(caller, id))
                .any(shown -> shown);
    }

    private Mono<AttachmentView> keep(
            Caller caller, IdempotencyKey key, String name, Upload upload) {
        record Input(String operation, String name, String sha256) {}
        Input input = new Input("attach", name, upload.sha256());
        return files.keep(upload.sha256(), upload.file())
                .then(
                        Mono.defer(() ->
                                idempotency.once(
                                        caller.personId(),
                                        key,
                                        input,
                                        UUID.class,
                                        () -> insert(caller, name, upload))))
                .flatMap(store::find);
    }

    private Mono<UUID> insert(Caller caller, String name, Upload upload) {
        UUID id = Ids.next(clock);
        return store.insert(id, caller, name, upload, clock.instant()).thenReturn(id);
    }
}
