package org.keyway.shipping;

/** Who pays the courier. */
public enum Freight {
    PREPAID,
    COLLECT
}
