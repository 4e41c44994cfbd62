package org.consumptionaid.marketplace.certification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a certificate becomes with a step. */
record CertificateTurn(CertificateFacts facts, @Nullable LocalDate dueOn) {}
