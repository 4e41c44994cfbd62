package org.consumptionaid.marketplace.remittance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a payer must know to pay by remittance: the code, the sum and where to. */
public record PaymentNote(
        String code, String buyerName, long dueFen, List<Item> orders, List<Account> accounts) {

    /** An order the code stands for; nothing is due where it cannot be paid now. */
    public record Item(
            UUID id, String number, String supplierName, long dueFen, @Nullable LocalDate dueOn) {}

    /** An account of the platform. */
    public record Account(String bankName, String accountHolder, String accountNumber) {}
}
