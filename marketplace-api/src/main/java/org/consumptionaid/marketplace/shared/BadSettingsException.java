package org.consumptionaid.marketplace.shared;

/** The settings do not allow a start. */
final class BadSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSettingsException(String message) {
        super(message);
    }
}
