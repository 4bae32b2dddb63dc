package org.keyway.certificate;

/** Whose certificates differ: the main lock of an enterprise, its further locks, and individuals. */
public enum HolderKind {
    ENTERPRISE_MAIN,
    ENTERPRISE_SUB,
    INDIVIDUAL
}
