package org.keyway.certificate;

/** What a key pair is for: GM/T 0016 containers hold one of each. */
public enum KeyUse {
    SIGN,
    ENCRYPT
}
