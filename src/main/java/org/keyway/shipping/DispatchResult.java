package org.keyway.shipping;

/** What the carrier answered to an order of transport. */
public sealed interface DispatchResult {

    /** It comes and fetches the parcel. */
    record Dispatched(String waybillNo) implements DispatchResult {}

    /** It cannot deliver there; {@code reason} is a message key under {@code shipping.address.*}. */
    record AddressInvalid(String reason) implements DispatchResult {}
}
