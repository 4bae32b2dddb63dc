package org.keyway.ukey;

/** Sub-steps of a key-writing job, in order; a job remembers the last one that is done for certain. */
enum WritingStep {
    STARTED,
    INITIALIZED,
    KEYS_MADE,
    CERTIFIED,
    SEALED,
    READ_BACK,
    DONE
}
