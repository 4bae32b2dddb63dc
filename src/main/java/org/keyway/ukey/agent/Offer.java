package org.keyway.ukey.agent;

/** A job that waits at the server for a key that is plugged in here. */
record Offer(String id, String kind) {

    /** Whether the key is to be blank, so that it has no PIN yet. */
    boolean isForBlank() {
        return kind.equals("ISSUE");
    }
}
