package org.keyway.shipping;

/** The carrier has lost the parcel; published in the transaction that records it. */
public record ParcelLost(String orderNo, String waybillNo) {}
