package org.keyway.ukey;

/** What a key-writing job changes on a key, in the terms of RFC 3647, sections 4.1 and 4.6 to 4.8. */
public enum WriteKind {
    /** A blank key gets its first key pairs, certificates and seal. */
    ISSUE,
    /** Certificate renewal: the same key pairs and subject, a later end; what was encrypted stays readable. */
    RENEW,
    /** Certificate modification: the same key pairs, another subject, the same end. */
    MODIFY,
    /** Re-key on the same device: new key pairs and certificates with the same content. */
    REKEY,
    /** Only the electronic seal gets a later end. */
    RESEAL;

    boolean initializes() {
        return this == ISSUE;
    }

    boolean makesKeys() {
        return this == ISSUE || this == REKEY;
    }

    boolean certifies() {
        return this != RESEAL;
    }
}
