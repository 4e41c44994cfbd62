package org.consumptionaid.marketplace.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step that was taken; by no organisation if the platform took it. */
public record ComplaintEventView(
        Instant at, ComplaintAction action, @Nullable String byOrganisation, String note) {}
