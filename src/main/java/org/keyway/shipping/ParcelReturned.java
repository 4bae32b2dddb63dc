package org.keyway.shipping;

/** The parcel was refused or is coming back; published in the transaction that records it. */
public record ParcelReturned(String orderNo, String waybillNo) {}
