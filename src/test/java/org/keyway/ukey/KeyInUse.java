package org.keyway.ukey;

import java.time.Duration;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.Requests;

/** A key in use at its holder's, whose PIN is the one it was delivered with, and orders that wait for it. */
record KeyInUse(Desk desk, String serial) {

    static KeyInUse of(Desk desk) {
        WriteOrder issued = desk.reserved();
        desk.write(issued);
        desk.stock().handOver(issued.orderNo());
        desk.stock().activate(issued.orderNo());
        return new KeyInUse(desk, issued.serial());
    }

    /** An order that waits for its applicant to have this written. */
    WriteOrder awaits(WriteKind kind) {
        String orderNo = claimed();
        WriteOrder order = new WriteOrder(
                kind,
                orderNo,
                0,
                serial,
                "zhang",
                Requests.COMPANY,
                2,
                desk.house.clock.instant().plus(Duration.ofDays(700)),
                WriteSource.SELF_ONLINE,
                KeyAlgorithm.SM2);
        desk.get(AwaitedOrders.class).await(order);
        return order;
    }

    /** An order that waits for this key to be unlocked, with a code for half an hour. */
    String locked() {
        String orderNo = claimed();
        desk.get(AwaitedOrders.class).locked.add(orderNo);
        desk.get(OneTimeCodes.class).issue(orderNo, OneTimeCodes.Purpose.UNLOCK, Duration.ofMinutes(30), 3);
        return orderNo;
    }

    private String claimed() {
        String orderNo = desk.newOrder();
        desk.get(KeyClaims.class).claim(orderNo, 0, serial);
        return orderNo;
    }

    char[] pin() {
        return desk.get(InitialPins.class).current(serial);
    }

    KeyStatus status() {
        return desk.stock().find(serial).status();
    }
}
