package org.keyway.shipping;

import java.util.List;

/** One sending of keys; {@code parcelNo} is the idempotency key towards the carrier. */
record Parcel(
        String parcelNo,
        String orderNo,
        int round,
        String carrier,
        Consignee consignee,
        Freight freight,
        List<String> keySerials,
        ParcelStatus status,
        String waybillNo) {}
