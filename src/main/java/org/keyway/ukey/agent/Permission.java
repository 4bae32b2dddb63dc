package org.keyway.ukey.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What the server gives to reset the PIN of one key, once; {@code content} is signed with the new PIN. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Permission(String soPin, byte[] content) {

    /** PINs do not belong into a log. */
    @Override
    public String toString() {
        return "Permission";
    }
}
