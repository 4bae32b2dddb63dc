package org.keyway.portal;

import org.springframework.dao.ConcurrencyFailureException;

/** A request that met a job working on the same order is done again a few times before its sender is told to repeat it. */
public final class Patience {

    private static final int TRIES = 6;
    private static final long PAUSE_MILLIS = 250;

    private Patience() {}

    /** Each try is a transaction of its own, so that the one that failed has left nothing. */
    public static void with(Runnable request) {
        for (int more = TRIES - 1; more > 0; more--) {
            try {
                request.run();
                return;
            } catch (ConcurrencyFailureException jobWasFirst) {
                pause();
            }
        }
        request.run();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
