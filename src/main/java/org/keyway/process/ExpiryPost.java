package org.keyway.process;

/** Brings one reminder to the people of a key; sending the same stage again reaches nobody twice. */
interface ExpiryPost {

    /**
     * Tells the handler, and the legal representative too where wanted.
     *
     * @param daysLeft whole days until the certificate ends, negative when it has ended
     */
    void send(ExpiringLock lock, int stage, long daysLeft, boolean alsoLegal);
}
