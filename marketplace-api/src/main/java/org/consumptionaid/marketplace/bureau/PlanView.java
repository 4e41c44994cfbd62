package org.consumptionaid.marketplace.bureau;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A plan and its lines, by school, day and food group. */
public record PlanView(@JsonUnwrapped PlanSummary summary, List<PlanLine> items) {}
