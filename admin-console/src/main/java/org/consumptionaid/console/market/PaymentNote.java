package org.consumptionaid.console.market;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to write on a remittance, for which orders, and where to. */
public record PaymentNote(
        String code, String buyerName, long dueFen, List<Item> orders, List<Account> accounts) {

    public record Item(
            String id,
            String number,
            String supplierName,
            long dueFen,
            @Nullable LocalDate dueOn) {}

    public record Account(String bankName, String accountHolder, String accountNumber) {}
}
