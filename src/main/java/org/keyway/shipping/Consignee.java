package org.keyway.shipping;

/** Who gets the parcel; {@code division} is the 6-digit code of GB/T 2260. */
public record Consignee(String name, String mobile, String division, String address) {

    @Override
    public String toString() {
        return "Consignee[division=" + division + "]";
    }
}
