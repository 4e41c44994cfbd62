package org.consumptionaid.marketplace.kitchen;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.kitchen.TraceStore.Disposal;
import org.consumptionaid.marketplace.kitchen.TraceStore.Lot;
import org.consumptionaid.marketplace.kitchen.TraceStore.Sample;
import org.consumptionaid.marketplace.kitchen.TraceStore.Use;
import org.jspecify.annotations.Nullable;

/**
 * EPCIS 2.0 in JSON-LD: commissioning and shipping by the cooperative, receiving by the buyer, and
 * in the kitchen transformation into meals, sampling and disposal. Names are our own URNs: nobody
 * here has GS1 keys.
 */
final class EpcisDocument {
    private static final String CONTEXT =
            "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    private static final String OFFSET = "+08:00";
    private static final String NAMES = "urn:consumption-aid:";
    private static final int KILO_DIGITS = 3;

    private final Lot lot;
    private final List<Use> uses;
    private final List<Sample> samples;
    private final List<Disposal> disposals;

    EpcisDocument(Lot lot, List<Use> uses, List<Sample> samples, List<Disposal> disposals) {
        this.lot = lot;
        this.uses = uses;
        this.samples = samples;
        this.disposals = disposals;
    }

    Map<String, Object> at(Instant now) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", List.of(CONTEXT));
        document.put("type", "EPCISDocument");
        document.put("schemaVersion", "2.0");
        document.put("creationDate", now.toString());
        document.put("epcisBody", Map.of("eventList", events()));
        return document;
    }

    private List<Map<String, Object>> events() {
        List<Map<String, Object>> events = new ArrayList<>();
        events.add(object("commissioning", "ADD", lot.supplierId(), lot.shippedAt(), lot.grams()));
        events.add(shipping());
        if (lot.acceptedAt() != null && lot.acceptedGrams() != null && lot.acceptedGrams() > 0) {
            events.add(
                    object(
                            "receiving",
                            "OBSERVE",
                            lot.buyerId(),
                            lot.acceptedAt(),
                            lot.acceptedGrams()));
        }
        uses.forEach(use -> events.add(cooking(use)));
        samples.forEach(sample -> addSample(sample, events));
        disposals.forEach(disposal ->
                events.add(
                        object(
                                "destroying",
                                "DELETE",
                                lot.buyerId(),
                                disposal.notedAt(),
                                disposal.grams())));
        return events;
    }

    private Map<String, Object> shipping() {
        Map<String, Object> event =
                object("shipping", "OBSERVE", lot.supplierId(), lot.shippedAt(), lot.grams());
        event.put("disposition", "in_transit");
        event.put(
                "bizTransactionList",
                List.of(
                        Map.of(
                                "type",
                                "po",
                                "bizTransaction",
                                NAMES + "order:" + lot.orderNumber())));
        event.put("certificationInfo", NAMES + "certificate:" + lot.certificateNumber());
        return event;
    }

    private Map<String, Object> object(
            String step, String action, UUID place, Instant at, long grams) {
        Map<String, Object> event = event("ObjectEvent", step, place, at);
        event.put("action", action);
        event.put("quantityList", List.of(kilograms(lotName(), grams)));
        return event;
    }

    /** A corrected use stays, and says that it did not happen. */
    private Map<String, Object> cooking(Use use) {
        Map<String, Object> event =
                event(
                        "TransformationEvent",
                        "creating_class_instance",
                        lot.buyerId(),
                        use.notedAt());
        event.put("inputQuantityList", List.of(kilograms(lotName(), use.grams())));
        event.put(
                "outputQuantityList",
                List.of(
                        Map.of(
                                "epcClass",
                                meal(use.mealId(), use.day(), use.dishCode()),
                                "quantity",
                                use.servings())));
        event.put("transformationID", NAMES + "meal-lot:" + use.id());
        if (use.correctedAt() != null) {
            event.put(
                    "errorDeclaration",
                    Map.of(
                            "declarationTime",
                            use.correctedAt().toString(),
                            "reason",
                            "did_not_occur"));
        }
        return event;
    }

    private void addSample(Sample sample, List<Map<String, Object>> events) {
        events.add(sampleEvent(sample, "sampling", "ADD", sample.takenAt()));
        if (sample.disposedAt() != null) {
            events.add(sampleEvent(sample, "destroying", "DELETE", sample.disposedAt()));
        }
    }

    private Map<String, Object> sampleEvent(
            Sample sample, String step, String action, @Nullable Instant at) {
        Map<String, Object> event =
                event("ObjectEvent", step, lot.buyerId(), at == null ? sample.takenAt() : at);
        event.put("action", action);
        event.put(
                "quantityList",
                List.of(kilograms(NAMES + "sample:" + sample.number(), sample.grams())));
        return event;
    }

    private static Map<String, Object> event(String type, String step, UUID place, Instant at) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("eventTime", at.toString());
        event.put("eventTimeZoneOffset", OFFSET);
        event.put("bizStep", step);
        event.put("bizLocation", Map.of("id", NAMES + "organisation:" + place));
        return event;
    }

    private String lotName() {
        return NAMES + "lot:" + lot.productId() + ":" + lot.number();
    }

    private static String meal(UUID id, LocalDate day, String dish) {
        return NAMES + "meal:" + id + ":" + day + ":" + dish;
    }

    private static Map<String, Object> kilograms(String name, long grams) {
        return Map.of(
                "epcClass", name, "quantity", BigDecimal.valueOf(grams, KILO_DIGITS), "uom", "KGM");
    }
}
