package org.consumptionaid.marketplace.pricing;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The offers of one product that are in force. */
public record PriceTiers(List<PriceTier> all) {
    public PriceTiers {
        all = List.copyOf(all);
    }

    /** As the function {@code price_tiers} writes them: {@code SCHOOL 50000 320 <id>;…}. */
    public static PriceTiers valueOf(String text) {
        return new PriceTiers(
                text.isEmpty()
                        ? List.of()
                        : Arrays.stream(text.split(";")).map(PriceTiers::tier).toList());
    }

    private static PriceTier tier(String text) {
        String[] parts = text.split(" ", 4);
        return new PriceTier(
                BuyerKind.valueOf(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                UUID.fromString(parts[3]));
    }
}
