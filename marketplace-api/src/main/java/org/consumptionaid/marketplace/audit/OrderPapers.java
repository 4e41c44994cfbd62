package org.consumptionaid.marketplace.audit;

import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.attachment.StoredFiles;
import org.consumptionaid.marketplace.certification.Certification;
import org.consumptionaid.marketplace.complaint.ComplaintView;
import org.consumptionaid.marketplace.complaint.Complaints;
import org.consumptionaid.marketplace.contract.Contracts;
import org.consumptionaid.marketplace.fulfilment.Fulfilment;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.InvoiceView;
import org.consumptionaid.marketplace.ordering.Invoices;
import org.consumptionaid.marketplace.ordering.OrderLineView;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.payment.Payments;
import org.consumptionaid.marketplace.procurement.UnitCorrections;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.consumptionaid.marketplace.supervision.LedgerExtract;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The papers of an order, each asked of the package that owns it, for the same caller. */
@Component
class OrderPapers {
    private final Contracts contracts;
    private final Invoices invoices;
    private final Fulfilment fulfilment;
    private final Complaints complaints;
    private final Payments payments;
    private final UnitCorrections corrections;
    private final Certification certification;
    private final LedgerExtract ledger;
    private final StoredFiles files;
    private final ObjectWriter json;

    OrderPapers(
            Contracts contracts,
            Invoices invoices,
            Fulfilment fulfilment,
            Complaints complaints,
            Payments payments,
            UnitCorrections corrections,
            Certification certification,
            LedgerExtract ledger,
            StoredFiles files,
            JsonMapper json) {
        this.contracts = contracts;
        this.invoices = invoices;
        this.fulfilment = fulfilment;
        this.complaints = complaints;
        this.payments = payments;
        this.corrections = corrections;
        this.certification = certification;
        this.ledger = ledger;
        this.files = files;
        this.json = json.writerWithDefaultPrettyPrinter();
    }

    /** Where the papers of one order go: into a zip, below a folder, each told to the index. */
    private record Folder(ZipFlow zip, String path, Consumer<IndexPage.Listed> listed) {
        Flux<DataBuffer> add(String name, Flux<DataBuffer> content) {
            return zip.member(path + name, content, listed);
        }
    }

    /** Everything but the index. */
    Flux<DataBuffer> of(
            Caller caller,
            OrderView order,
            ZipFlow zip,
            String path,
            Consumer<IndexPage.Listed> listed) {
        Folder folder = new Folder(zip, path, listed);
        UUID id = order.id();
        return Flux.concat(
                data(folder, "order.json", Mono.just(order)),
                contract(caller, id, folder),
                data(folder, "corrections.json", corrections.ofOrder(caller, id)),
                data(folder, "lots.json", fulfilment.lots(caller, id)),
                data(folder, "lot-certificates.json", fulfilment.certificates(caller, id)),
                data(folder, "certificates.json", certificates(order)),
                invoices(caller, id, folder),
                data(folder, "payments.json", payments.ofOrder(caller, id)),
                complaints(caller, id, folder),
                ledger.zip(id).flatMapMany(bytes -> folder.add("ledger.zip", just(bytes))));
    }

    /** As they were when the order was placed. */
    private Mono<?> certificates(OrderView order) {
        Set<String> numbers =
                order.lines().stream()
                        .map(OrderLineView::certificateNumber)
                        .collect(Collectors.toSet());
        return certification.asOf(order.supplierId(), numbers, order.placedAt());
    }

    /** None of a canteen's order; without its PDF while nobody has signed it. */
    private Flux<DataBuffer> contract(Caller caller, UUID id, Folder folder) {
        return contracts
                .ofOrder(caller, id)
                .onErrorResume(RefusedException.class, _ -> Mono.empty())
                .flatMapMany(contract ->
                        data(folder, "contract.json", Mono.just(contract))
                                .concatWith(
                                        contract.sha256() == null
                                                ? Flux.empty()
                                                : folder.add(
                                                        "contract.pdf",
                                                        files.read(contract.sha256()))));
    }

    private Flux<DataBuffer> invoices(Caller caller, UUID id, Folder folder) {
        return invoices.ofOrder(caller, id)
                .flatMapMany(all ->
                        data(folder, "invoices.json", Mono.just(all))
                                .concatWith(
                                        Flux.fromIterable(all)
                                                .concatMap(one -> invoice(one, folder), 1)));
    }

    /** Two of the old style may differ in their codes alone. */
    private Flux<DataBuffer> invoice(InvoiceView invoice, Folder folder) {
        String name =
                invoice.code().isEmpty()
                        ? invoice.number()
                        : invoice.code() + "-" + invoice.number();
        return folder.add(
                "invoices/" + name + ending(invoice.contentType()), files.read(invoice.sha256()));
    }

    private Flux<DataBuffer> complaints(Caller caller, UUID id, Folder folder) {
        return complaints
                .ofOrder(caller, id)
                .flatMapIterable(heads -> heads)
                .concatMap(head -> complaints.complaint(caller, head.id()), 1)
                .concatMap(complaint -> complaint(complaint, folder), 1);
    }

    /** With its photographs, numbered. */
    private Flux<DataBuffer> complaint(ComplaintView complaint, Folder folder) {
        String name = "complaints/" + complaint.complaint().number();
        return data(folder, name + ".json", Mono.just(complaint))
                .concatWith(
                        Flux.fromIterable(complaint.attachments())
                                .index((nth, file) ->
                                        folder.add(
                                                name + "-" + (nth + 1) + ending(file.contentType()),
                                                files.read(file.sha256())))
                                .concatMap(photograph -> photograph, 1));
    }

    private Flux<DataBuffer> data(Folder folder, String name, Mono<?> value) {
        return value.publishOn(Schedulers.boundedElastic())
                .flatMapMany(found -> folder.add(name, just(json.writeValueAsBytes(found))));
    }

    static Flux<DataBuffer> just(byte[] bytes) {
        return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes));
    }

    private static String ending(String contentType) {
        return switch (contentType) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "application/ofd" -> ".ofd";
            case "application/xml" -> ".xml";
            default -> ".pdf";
        };
    }
}
