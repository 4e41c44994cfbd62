package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compliance certificate of a lot. */
public record LotCertificate(
        String number,
        String productId,
        String productName,
        long quantity,
        String unit,
        long grams,
        String province,
        String countyName,
        String producer,
        @Nullable String creditCode,
        String contact,
        List<String> basis,
        List<String> promises,
        LocalDate issuedOn,
        String certificateNumber,
        Instant shippedAt) {

    /** A lot of a product that left lately. */
    public record Latest(String number, LocalDate issuedOn) {}

    /** A lot of an order line. */
    public record OfOrder(String number, int line, String name, long grams, boolean certified) {}
}
