package org.consumptionaid.marketplace.registration;

import java.time.Instant;
import java.util.UUID;

/** A registration about to be written. */
record NewRegistration(
        UUID id,
        String number,
        RegistrationForm form,
        String accountSealed,
        String passwordHash,
        Instant at) {
    /** The letter of registration numbers (Ruzhu). */
    static final char LETTER = 'R';

    private static final int DIGITS_SHOWN = 4;

    String accountEnding() {
        String account = form.bankAccount();
        return account.substring(account.length() - DIGITS_SHOWN);
    }
}
