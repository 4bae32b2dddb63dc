package org.keyway.ukey.job;

/** The way from the side of the token to the server: within one process, or by HTTPS. */
@FunctionalInterface
public interface JobChannel {

    /** Tells what was done and hears what is next; the same report may be sent again after a lost answer. */
    Instruction report(Report report);
}
