package org.consumptionaid.marketplace.payment;

import java.util.UUID;

/** A card payment to be made or asked about: its id is the key under which Stripe knows it. */
public record CardPayment(UUID id, UUID orderId, long amountFen, String paymentMethod) {}
