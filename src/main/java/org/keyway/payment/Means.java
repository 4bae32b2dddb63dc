package org.keyway.payment;

/** How the money comes: the way to pay, and the provider that carries it. */
record Means(PaymentMethod method, String provider) {}
