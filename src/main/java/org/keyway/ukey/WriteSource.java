package org.keyway.ukey;

/** Who holds the key while it is written. */
public enum WriteSource {
    OPERATOR,
    /** The applicant, who showed the authorization code. */
    SELF_CODE,
    SELF_ONLINE
}
