package org.consumptionaid.marketplace.remittance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an operator types in about a {@link Bank}. */
record BankForm(
        @NotBlank @Size(max = 80) String name,
        @NotBlank @Size(max = 80) String accountHolder,
        @NotBlank @Pattern(regexp = "[0-9A-Z]{5,34}") String accountNumber,
        @NotBlank @Pattern(regexp = "UTF-8|GB18030") String charset,
        @NotBlank @Pattern(regexp = ",|;|TAB") String delimiter,
        @NotBlank @Pattern(regexp = "yyyyMMdd|yyyy-MM-dd|yyyy/MM/dd|yyyy/M/d|yyyy年MM月dd日")
                String dayPattern,
        @NotBlank @Size(max = 40) String dayColumn,
        @NotBlank @Size(max = 40) String amountColumn,
        @NotBlank @Size(max = 40) String payerColumn,
        @NotBlank @Size(max = 40) String payerAccountColumn,
        @NotBlank @Size(max = 40) String referenceColumn,
        @NotBlank @Size(max = 40) String purposeColumn,
        @Nullable @Size(max = 40) String directionColumn,
        @Nullable @Size(max = 10) String incomingWord) {

    Bank bank(String code, long version) {
        return new Bank(
                code,
                name.strip(),
                accountHolder.strip(),
                accountNumber,
                charset,
                delimiter,
                dayPattern,
                dayColumn.strip(),
                amountColumn.strip(),
                payerColumn.strip(),
                payerAccountColumn.strip(),
                referenceColumn.strip(),
                purposeColumn.strip(),
                textOrNull(directionColumn),
                textOrNull(incomingWord),
                version);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
