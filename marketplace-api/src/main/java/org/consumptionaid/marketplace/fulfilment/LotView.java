package org.consumptionaid.marketplace.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot's compliance certificate as anyone may see it; whom the lot went to is not said.
 *
 * @param quantity packages
 * @param certificateNumber of the product certificate it was sold under
 */
public record LotView(
        String number,
        UUID productId,
        String productName,
        long quantity,
        String unit,
        long grams,
        String province,
        String countyName,
        String producer,
        @Nullable String creditCode,
        String contact,
        List<LotBasis> basis,
        List<LotPromise> promises,
        LocalDate issuedOn,
        String certificateNumber,
        Instant shippedAt) {}
