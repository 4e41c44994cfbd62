package org.consumptionaid.marketplace.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * What an organisation says of itself.
 *
 * @param creditCode its unified social credit code, 18 characters
 * @param countyCode six digits of today's division
 * @param bankAccount where it is paid or pays from, 8 to 30 digits; blanks do not count
 * @param username of its first person
 */
record RegistrationForm(
        @NotNull RegisteringKind kind,
        @NotBlank @Size(max = 80) String name,
        @NotBlank @Size(max = 40) String creditCode,
        @NotBlank @Size(max = 6) String countyCode,
        @NotBlank @Size(max = 60) String bankName,
        @NotBlank @Pattern(regexp = "[0-9 ]{8,40}") String bankAccount,
        @NotBlank @Size(max = 40) String contactName,
        @NotBlank @Pattern(regexp = "\\+?[0-9 -]{5,19}") String contactPhone,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{2,40}") String username,
        @NotBlank @Size(min = 10, max = 200) String password) {

    /** The same without blanks that mean nothing, codes in capitals, the user name in small. */
    RegistrationForm tidied() {
        return new RegistrationForm(
                kind,
                name.strip(),
                creditCode.replace(" ", "").toUpperCase(Locale.ROOT),
                countyCode.strip(),
                bankName.strip(),
                bankAccount.replace(" ", ""),
                contactName.strip(),
                contactPhone.strip(),
                username.toLowerCase(Locale.ROOT),
                password);
    }

    /** What may be remembered of it outside its own row. */
    RegistrationForm withoutSecrets() {
        return new RegistrationForm(
                kind,
                name,
                creditCode,
                countyCode,
                bankName,
                "",
                contactName,
                contactPhone,
                username,
                "");
    }
}
