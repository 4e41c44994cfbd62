package org.consumptionaid.marketplace.pricing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** How far a price may lie above the reference price before its cooperative has to say why. */
@Service
public class Ceilings {
    private final References references;

    Ceilings(References references) {
        this.references = references;
    }

    /** What to keep beside a price. Refusals: {@link PricingRefusal.AboveCeiling}. */
    public Mono<PriceNote> allow(Priced produce, @Nullable String reason) {
        String said = Objects.requireNonNullElse(reason, "").strip();
        return references
                .of(produce)
                .map(reference -> {
                    if (said.isEmpty()) {
                        refusal(produce, reference)
                                .ifPresent(refusal -> {
                                    throw refusal.asException();
                                });
                    }
                    return new PriceNote(said, reference.map(Reference::fenPerKg).orElse(null));
                });
    }

    /** Why each of these prices needs a reason, in their order; empty where it needs none. */
    public Mono<List<Optional<PricingRefusal>>> refusals(List<Priced> produce) {
        return references
                .of(produce)
                .map(found ->
                        IntStream.range(0, produce.size())
                                .mapToObj(i -> refusal(produce.get(i), found.get(i)))
                                .toList());
    }

    private static Optional<PricingRefusal> refusal(Priced produce, Optional<Reference> reference) {
        return reference
                .filter(known -> produce.fenPerKg() > known.ceilingFenPerKg())
                .map(known ->
                        new PricingRefusal.AboveCeiling(
                                produce.fenPerKg(), known.fenPerKg(), known.ceilingFenPerKg()));
    }
}
