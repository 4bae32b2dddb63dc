package org.keyway.order;

import java.time.Instant;
import java.util.List;

/** Orders that wait for the batch of the next working day; implemented by {@code process}. */
public interface BatchDesk {

    /** An order that waits, and since when. */
    record Waiting(String orderNo, Instant since) {}

    /** What became of one order; the reason is a key of the message bundle, null when the order was let go. */
    record Outcome(String orderNo, String reason) {
        public boolean released() {
            return reason == null;
        }
    }

    /** The longest waiting first. */
    List<Waiting> waiting();

    /** Lets this order go on now, in a transaction of its own. */
    Outcome release(String orderNo);
}
