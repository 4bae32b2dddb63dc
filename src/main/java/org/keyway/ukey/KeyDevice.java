package org.keyway.ukey;

import java.time.Instant;

/**
 * One UKey from the stock to its end.
 *
 * @param former status before it was lost, damaged, revoked or suspended; null otherwise
 * @param orderNo order it is reserved for or belongs to; null in stock
 * @param keyIndex which key of the order, from 1; 0 in stock
 * @param owner account of the holder, known once it is written
 * @param writtenAt when certificates were put on it; null while blank
 */
public record KeyDevice(
        String serial,
        String model,
        KeyStatus status,
        KeyStatus former,
        String orderNo,
        int keyIndex,
        String owner,
        Instant writtenAt) {

    public boolean isBlank() {
        return writtenAt == null;
    }

    boolean isFor(String order, int index) {
        return order.equals(orderNo) && index == keyIndex;
    }

    /** Whether it stands for its order: neither in stock nor gone. */
    public boolean isHeld() {
        return status.isHeld();
    }

    KeyDevice at(KeyStatus next) {
        return new KeyDevice(serial, model, next, null, orderNo, keyIndex, owner, writtenAt);
    }

    /** In the next status, remembering this one in case it comes back. */
    KeyDevice leaving(KeyStatus next) {
        return new KeyDevice(serial, model, next, status, orderNo, keyIndex, owner, writtenAt);
    }

    KeyDevice reservedFor(String order, int index) {
        return new KeyDevice(serial, model, status.reserve(), null, order, index, null, null);
    }

    KeyDevice freed() {
        return new KeyDevice(serial, model, status.free(), null, null, 0, null, null);
    }

    KeyDevice writtenFor(String account, Instant at) {
        return new KeyDevice(serial, model, status.write(), null, orderNo, keyIndex, account, at);
    }
}
