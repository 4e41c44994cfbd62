package org.consumptionaid.marketplace.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@link LotStore}; lists have commas between their items. */
record LotRow(
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
        String basis,
        String promises,
        LocalDate issuedOn,
        String certificateNumber,
        Instant shippedAt) {

    LotView view() {
        return new LotView(
                number,
                productId,
                productName,
                quantity,
                unit,
                grams,
                province,
                countyName,
                producer,
                creditCode,
                contact,
                Arrays.stream(basis.split(",")).map(LotBasis::valueOf).toList(),
                Arrays.stream(promises.split(",")).map(LotPromise::valueOf).toList(),
                issuedOn,
                certificateNumber,
                shippedAt);
    }
}
