package org.consumptionaid.marketplace.requisition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Whose voice, and who gives it instead: usernames. */
record Reassignment(
        @NotBlank @Size(max = 40) String from,
        @NotBlank @Size(max = 40) String to,
        @NotBlank @Size(max = 500) String reason) {}
