package org.keyway.order;

/** What people and processes do with an order. */
public class OrderService {}
