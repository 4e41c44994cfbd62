package org.consumptionaid.marketplace.remittance;

import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.remittance.StatementView.Format;

/** A bank statement about to be written. */
record NewStatement(
        UUID id,
        String bankCode,
        Format format,
        String fileName,
        String sha256,
        List<StatementLine> lines,
        UUID personId) {}
