package org.consumptionaid.console.registration;

import java.util.List;
import java.util.Objects;
import org.consumptionaid.console.market.Command.NewRegistration;
import org.consumptionaid.console.market.Division;
import org.jspecify.annotations.Nullable;

/**
 * A registration as it is typed.
 *
 * @param county a label of the list, a county's name or its code
 */
record RegistrationForm(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String creditCode,
        @Nullable String county,
        @Nullable String bankName,
        @Nullable String bankAccount,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String username,
        @Nullable String password) {

    static final RegistrationForm EMPTY =
            new RegistrationForm(
                    "COOPERATIVE", null, null, null, null, null, null, null, null, null);

    /** A county that is not of the list goes as it is: the API says what is wrong with it. */
    NewRegistration command(List<Division> divisions) {
        return new NewRegistration(
                typed(kind),
                typed(name),
                typed(creditCode).replace(" ", ""),
                countyCode(divisions),
                typed(bankName),
                typed(bankAccount),
                typed(contactName),
                typed(contactPhone),
                typed(username),
                Objects.requireNonNullElse(password, ""));
    }

    private String countyCode(List<Division> divisions) {
        String wanted = typed(county);
        List<String> codes =
                divisions.stream()
                        .filter(one ->
                                one.label().equals(wanted)
                                        || one.name().equals(wanted)
                                        || one.code().equals(wanted))
                        .map(Division::code)
                        .toList();
        return codes.size() == 1 ? codes.getFirst() : wanted.isEmpty() ? "" : "000000";
    }

    private static String typed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
