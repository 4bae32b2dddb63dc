package org.keyway.ukey;

/** Who knows which orders wait for their applicant to unlock a key; the processes do. */
public interface UnlockOrders {

    /** Whether the step is open in which the applicant unlocks the own key. */
    boolean isAwaited(String orderNo);

    /** The key has its holder's new PIN: the step is done. */
    void unlocked(String orderNo);

    /** The device refused once more; too often ends the step. */
    void refused(String orderNo);
}
