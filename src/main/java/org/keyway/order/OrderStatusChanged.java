package org.keyway.order;

/** An order moved from one status to another, in the same transaction. */
public record OrderStatusChanged(String orderNo, OrderStatus from, OrderStatus to) {}
