package org.keyway.ukey;

import java.util.Optional;

/** Who knows which orders wait for their applicant to write a key; the processes do. */
public interface WriteOrders {

    /** What is to be written on this device; empty while nobody waits for it. */
    Optional<WriteOrder> awaited(String orderNo, int keyIndex, String serial);

    /** Writing has begun elsewhere: from now on the order can no longer be cancelled. */
    void started(String orderNo);
}
