package org.consumptionaid.marketplace.ledger;

import java.time.LocalDate;

/** The last seal of a day (Asia/Shanghai); of today, the last so far. */
public record DayHead(LocalDate day, SealView seal) {}
