package org.keyway.shipping;

/** The carrier has handed the parcel over; published in the transaction that records it. */
public record ParcelDelivered(String orderNo, String waybillNo) {}
